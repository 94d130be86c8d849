import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { articleReach, showArticle } from '../../cli/article.ts';
import { erase, planErasure } from '../../cli/erase.ts';
import { type Desk, openDesk } from '../support/running-wiredesk.ts';
import { placesOf } from '../support/stored-bytes.ts';
import { ARTICLE, ID, OPTIONS, StoryToErase, THREE, WORDS } from './story-to-erase.ts';

// Each test looks through all that is kept, several times.
vi.setConfig({ testTimeout: 120_000 });

describe('an article that is erased', () => {
  let desk: Desk;
  let story: StoryToErase;
  beforeAll(async () => {
    desk = await openDesk();
    story = new StoryToErase(desk);
  }, 60_000);
  afterAll(() => desk.stop());

  test('was sent in many ways, and is everywhere', async () => {
    const hashes = await story.sendInManyWays();
    expect(await story.outcomesOf(story.receipts[1] ?? '')).toMatchObject([
      { outcome: 'rejected', code: 'JSON_INVALID' },
    ]);
    expect(await story.shows(WORDS.item)).toEqual([true, true, true]);
    expect(hashes).toHaveLength(3);
    const stored = await story.everything();
    const places = Object.fromEntries(
      Object.entries(WORDS).map(([name, text]) => [name, placesOf(text, stored)]),
    );
    for (const [name, found] of Object.entries(places)) {
      expect(
        found.some((where) => where.includes('raw/')),
        `${name} in a raw object`,
      ).toBe(true);
    }
    expect(places['headline']?.some((where) => where.endsWith('HEAD'))).toBe(true);
    expect(places['headline']?.some((where) => where.endsWith('rss.xml.gz'))).toBe(true);
    expect(places['headline']?.some((where) => where.includes('ITEM#'))).toBe(true);
    expect(places['item']?.some((where) => where.includes('C#'))).toBe(true);
    expect(places['correction']?.some((where) => where.includes(`content/${ARTICLE}/`))).toBe(true);
    expect(places['reason']?.some((where) => where.includes('D#'))).toBe(true);
    expect(placesOf(hashes[0] ?? '', stored).some((where) => where.endsWith('STATE'))).toBe(true);
  });

  test('is planned without a change', async () => {
    const plan = await planErasure(desk.session.pipeline, `desk:${ID}`);
    expect(plan).toMatchObject({ article: ARTICLE, standing: 'usable', revisions: 3, contents: 3 });
    expect(plan).toMatchObject({ submissions: 6, shared: 1, unread: [] });
    expect(plan.feeds).toHaveLength(2);
    expect((await showArticle(desk.session.pipeline, ARTICLE)).standing).toBe('usable');
  });

  test('keeps its bytes while a feed has not let it go, and goes on when run again', async () => {
    const { cloud, pipeline } = desk.session;
    const free = Promise.withResolvers<void>();
    const release = cloud.intercept(async ({ action, resource }) => {
      if (action === 's3:PutObject' && resource.includes('/feeds/')) await free.promise;
    });
    const options = { ...OPTIONS, reason: 'court order 12/26' };
    await expect(erase(pipeline, `desk:${ID}`, { ...options, seconds: 3 })).rejects.toThrow(
      /2 feeds have not let it go/,
    );
    expect(await story.left()).not.toEqual([]);
    free.resolve();
    release();
    await desk.settle();
    const erased = await erase(pipeline, ARTICLE, options);
    expect(erased).toMatchObject({
      standing: 'erased',
      revisions: 3,
      contents: 3,
      submissions: 7,
      unread: [],
    });
  });

  test('is nowhere: no word of it, in any form, and no hash', async () => {
    await desk.settle();
    expect(await story.left()).toEqual([]);
  });

  test('leaves what else came with it', async () => {
    for (const title of ['The first of three', 'The third of three']) {
      expect(await story.shows(title)).toEqual([true, true, true]);
    }
    expect(await story.outcomesOf(story.receipts.at(-1) ?? '')).toMatchObject([
      { outcome: 'published' },
      { outcome: 'erased', code: 'ERASED', article: ARTICLE },
      { outcome: 'published' },
    ]);
  });

  test('leaves a tombstone: who, when and why, and where it was', async () => {
    const { pipeline } = desk.session;
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

  test('is refused at the door, in a feed, and by the old key', async () => {
    const path = `/v1/sources/desk/articles/${ID}`;
    const again = await desk.send('PUT', path, `${WORDS.headline}\n\nOnce more.`, {
      'content-type': 'text/plain',
    });
    expect([again.status, await again.json()]).toMatchObject([410, { code: 'ERASED' }]);
    const repeated = await story.post(THREE, { 'idempotency-key': 'three' });
    expect([repeated.status, await repeated.json()]).toMatchObject([409, { code: 'KEY_REUSED' }]);
    expect(await story.left()).toEqual([]);

    const view = await desk.receiptOf(await story.post(THREE));
    await desk.settle();
    expect(view.outcomes).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'rejected', code: 'ERASED', article: ARTICLE },
      { outcome: 'unchanged' },
    ]);
    expect(view.outcomes[1]?.title).toBeUndefined();
    const found = await story.left();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((where) => where.endsWith(`object raw/desk/${view.receipt}`))).toBe(true);
    expect((await showArticle(desk.session.pipeline, ARTICLE)).left).toBe(1);

    await erase(desk.session.pipeline, ARTICLE, { ...OPTIONS, reason: 'again' });
    await desk.settle();
    expect(await story.left()).toEqual([]);
    expect(await story.outcomesOf(view.receipt)).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'erased' },
      { outcome: 'unchanged' },
    ]);
  });
});
