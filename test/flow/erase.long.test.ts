import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { isPutOfDocument, pauseCalls } from '../support/paused-calls.ts';
import { filesWith, locationsOf } from '../support/stored-bytes.ts';
import { ARTICLE, ID, OPTIONS, StoryToErase, THREE, WORDS } from './story-to-erase.ts';
import { articleReach, erase, planErasure, showArticle } from '../support/operate.ts';

// Each test needs more time than the default, because it searches everything that is stored several times.
vi.setConfig({ testTimeout: 120_000 });

describe('an article that is erased', () => {
  let wiredesk: RunningWiredesk;
  let story: StoryToErase;
  beforeAll(async () => {
    wiredesk = await startWiredesk();
    story = new StoryToErase(wiredesk);
  });
  afterAll(() => wiredesk.stop());

  test('is stored in many places before the erasure', async () => {
    const hashes = await story.sendInManyWays();
    expect(await story.outcomesOf(story.receipts[1] ?? '')).toMatchObject([
      { outcome: 'rejected', code: 'JSON_INVALID' },
    ]);
    expect(await story.shows(WORDS.item)).toEqual([true, true, true]);
    expect(hashes).toHaveLength(3);
    const stored = await story.everything();
    const locations = Object.fromEntries(
      Object.entries(WORDS).map(([name, text]) => [name, locationsOf(text, stored)]),
    );
    for (const [name, found] of Object.entries(locations)) {
      expect(
        found.some((where) => where.includes('raw/')),
        `${name} in a raw object`,
      ).toBe(true);
    }
    expect(locations['headline']?.some((where) => where.endsWith('HEAD'))).toBe(true);
    expect(locations['headline']?.some((where) => where.endsWith('rss.xml.gz'))).toBe(true);
    expect(locations['headline']?.some((where) => where.includes('ITEM#'))).toBe(true);
    expect(locations['item']?.some((where) => where.includes('C#'))).toBe(true);
    expect(locations['correction']?.some((where) => where.includes(`content/${ARTICLE}/`))).toBe(true);
    expect(locations['reason']?.some((where) => where.includes('D#'))).toBe(true);
    expect(locationsOf(hashes[0] ?? '', stored).some((where) => where.endsWith('STATE'))).toBe(true);
    const files = filesWith(Object.values(WORDS), wiredesk.session.state);
    expect(files.some((file) => file.includes('dynamodb.sqlite'))).toBe(true);
    expect(files.some((file) => file.includes('fauxqs.db'))).toBe(true);
  });

  test('is not changed by planning the erasure', async () => {
    const plan = await planErasure(wiredesk.session.pipeline, `desk:${ID}`);
    expect(plan).toMatchObject({ article: ARTICLE, standing: 'usable', revisions: 3, contents: 3 });
    expect(plan).toMatchObject({ submissions: 6, shared: 1, unread: [] });
    expect(plan.feeds).toHaveLength(2);
    expect((await showArticle(wiredesk.session.pipeline, ARTICLE)).standing).toBe('usable');
  });

  test('keeps its bytes while a feed still shows it; a second run of the erasure, later, removes them', async () => {
    const { cloud, pipeline } = wiredesk.session;
    const puts = pauseCalls(cloud, isPutOfDocument);
    const options = { ...OPTIONS, reason: 'court order 12/26' };
    await expect(erase(pipeline, `desk:${ID}`, { ...options, seconds: 3 })).rejects.toThrow(
      /2 feeds have not removed it/,
    );
    expect(await story.stillStored()).not.toEqual([]);
    puts.resume();
    await wiredesk.runUntilIdle();
    const erased = await erase(pipeline, ARTICLE, options);
    expect(erased).toMatchObject({
      standing: 'erased',
      revisions: 3,
      contents: 3,
      submissions: 6,
      unread: [],
    });
  });

  test('is gone from everything that is stored: no text of it in any form, and no hash', async () => {
    await wiredesk.runUntilIdle();
    expect(await story.stillStored()).toEqual([]);
  });

  test('is gone from the files of the local cloud a second later', async () => {
    const files = (): string[] => filesWith(Object.values(WORDS), wiredesk.session.state);
    await expect.poll(files, { interval: 500 }).toEqual([]);
  });

  test('leaves the other articles of the same submission in place', async () => {
    for (const title of ['The first of three', 'The third of three']) {
      expect(await story.shows(title)).toEqual([true, true, true]);
    }
    expect(await story.outcomesOf(story.receipts.at(-1) ?? '')).toMatchObject([
      { outcome: 'published' },
      { outcome: 'erased', code: 'ERASED', article: ARTICLE },
      { outcome: 'published' },
    ]);
  });

  test('leaves a tombstone that says who erased it, when and why, and in which feeds it was', async () => {
    const { pipeline } = wiredesk.session;
    expect(await story.tombstone()).toMatchObject({
      standing: 'erased',
      headline: null,
      declaredId: null,
      content: null,
      revisions: [],
      more: 0,
      history: [{ action: 'erase', reason: 'court order 12/26' }, { action: 'unkill' }, { action: 'kill' }],
    });
    const reach = await articleReach(pipeline, ARTICLE);
    expect(reach).toHaveLength(2);
    for (const { shown, left: at } of reach) {
      expect(shown).toBe(false);
      expect(at).not.toBeNull();
    }
    for (const receipt of story.receipts.slice(0, -1)) {
      expect(await story.outcomesOf(receipt)).toMatchObject([{ outcome: 'erased', code: 'ERASED' }]);
    }
  });

  test('is refused when it is sent again: at its address, inside a feed, or with the old Idempotency-Key', async () => {
    const path = `/v1/sources/desk/articles/${ID}`;
    const again = await wiredesk.send('PUT', path, {
      body: `${WORDS.headline}\n\nOnce more.`,
      headers: {
        'content-type': 'text/plain',
      },
    });
    expect([again.status, await again.json()]).toMatchObject([410, { code: 'ERASED' }]);
    const repeated = await story.post(THREE, { 'idempotency-key': 'three' });
    expect([repeated.status, await repeated.json()]).toMatchObject([409, { code: 'KEY_REUSED' }]);
    expect(await story.stillStored()).toEqual([]);

    const view = await wiredesk.receiptOf(await story.post(THREE));
    await wiredesk.runUntilIdle();
    expect(view.outcomes).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'rejected', code: 'ERASED', article: ARTICLE },
      { outcome: 'unchanged' },
    ]);
    expect(view.outcomes[1]?.title).toBeUndefined();
    const found = await story.stillStored();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((where) => where.endsWith(`object raw/desk/${view.receipt}`))).toBe(true);
    expect((await showArticle(wiredesk.session.pipeline, ARTICLE)).left).toBe(1);

    await erase(wiredesk.session.pipeline, ARTICLE, { ...OPTIONS, reason: 'again' });
    await wiredesk.runUntilIdle();
    expect(await story.stillStored()).toEqual([]);
    expect(await story.outcomesOf(view.receipt)).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'erased' },
      { outcome: 'unchanged' },
    ]);
  });
});
