import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleReach, decideOn } from '../../cli/article.ts';
import { listFeeds } from '../../cli/feed.ts';
import { disablePartner, enablePartner, removePartner, rotateToken, unsubscribe } from '../../cli/partner.ts';
import { type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';
import { basicOf, openOutlet, type Outlet, takeTerms } from '../support/partner-outlets.ts';

const HOUR = 3_600_000;
const START = new Date('2026-04-13T09:00:10.000Z');

/** What outlets read under their terms, through the whole pipeline and the local edge. */
describe('terms', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk({ now: START })), 60_000);
  afterAll(() => desk.stop());

  const send = async (id: string, text: string): Promise<void> => {
    await desk.put(id, text);
    await desk.settle();
  };
  const later = async (hours: number): Promise<void> => {
    desk.session.cloud.clock.shift(hours * HOUR);
    await desk.settle();
  };
  const shows = async (outlet: Outlet, alias: string, text: string): Promise<boolean> => {
    const answers = await Promise.all(DOCUMENT_PATHS.map((file) => outlet.read(alias, file)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const found = answers.filter((answer) => answer.text.includes(text)).length;
    expect([0, DOCUMENT_PATHS.length]).toContain(found);
    return found > 0;
  };

  test('a delay holds back each revision for as long, and no kill', async () => {
    const outlet = await openOutlet(desk, 'slow', { alias: 'top', channel: 'news', delayMinutes: 120 });
    const before = await outlet.read('top');
    await send('delayed', 'The first word\n\nIts body.');
    expect((await outlet.read('top')).etag).toBe(before.etag);
    await later(1);
    await send('delayed', 'The second word\n\nIts body.');
    await later(1);
    expect(await shows(outlet, 'top', 'The first word')).toBe(true);
    await later(1);
    expect(await shows(outlet, 'top', 'The first word')).toBe(false);
    expect(await shows(outlet, 'top', 'The second word')).toBe(true);
    await desk.kill('delayed');
    await desk.settle();
    expect(await shows(outlet, 'top', 'The second word')).toBe(false);
  });

  test('that change keep the address; what was seen under the old ones is withdrawn, and reach says when', async () => {
    const outlet = await openOutlet(desk, 'moving', { alias: 'top', channel: 'news' });
    await send('seen', 'Seen under the old terms\n\nIts body.');
    expect(await shows(outlet, 'top', 'Seen under the old terms')).toBe(true);
    await takeTerms(desk, 'moving', { alias: 'top', channel: 'news', delayMinutes: 30, territory: ['TW'] });
    expect(await shows(outlet, 'top', 'Seen under the old terms')).toBe(false);
    const { decided } = await killed('seen');
    const reach = await articleReach(desk.session.pipeline, 'desk:seen');
    const heir = reach.find(({ readers }) => readers.includes('moving/top'));
    expect(heir?.shown).toBe(false);
    expect(reach.every(({ shown, left }) => !shown && left !== null)).toBe(true);
    expect((heir?.left ?? '') >= decided).toBe(true);
    await later(2);
    expect(await shows(outlet, 'top', 'Seen under the old terms')).toBe(false);
  });

  test('that grow shorter show at once what is then released, at the same address', async () => {
    const outlet = await openOutlet(desk, 'eager', { alias: 'top', channel: 'news', delayMinutes: 600 });
    await send('waiting', 'Waiting for its release\n\nIts body.');
    expect(await shows(outlet, 'top', 'Waiting for its release')).toBe(false);
    await takeTerms(desk, 'eager', { alias: 'top', channel: 'news', delayMinutes: 0 });
    await desk.settle();
    expect(await shows(outlet, 'top', 'Waiting for its release')).toBe(true);
    await killed('waiting');
    expect(await shows(outlet, 'top', 'Waiting for its release')).toBe(false);
  });

  test('equal ones are one feed, which says nothing of who reads it', async () => {
    const outlets = [
      await openOutlet(desk, 'north', { alias: 'top', channel: 'all', territory: ['TW', 'HK'] }),
      await openOutlet(desk, 'south', { alias: 'front', channel: 'all', territory: ['HK', 'TW'] }),
    ];
    const rows = (await listFeeds(desk.session.pipeline)).filter(({ readers }) => readers.length > 1);
    expect(rows.map(({ readers }) => readers)).toContainEqual(['north/top', 'south/front']);
    for (const file of DOCUMENT_PATHS) {
      const [one, other] = [await outlets[0]?.read('top', file), await outlets[1]?.read('front', file)];
      expect(other?.text).toBe(one?.text);
      expect(one?.text).not.toMatch(/north|south|\/p\/|rel="self"|feed_url/);
    }
  });

  test('a withdrawal from one partner leaves those alone that shared its feed', async () => {
    const [one, other] = [
      await openOutlet(desk, 'sued', { alias: 'top', channel: 'news' }),
      await openOutlet(desk, 'spared', { alias: 'top', channel: 'news' }),
    ];
    await send('disputed', 'A disputed story\n\nIts body.');
    const { pipeline, working } = desk.session;
    const away = { action: 'withdraw' as const, target: 'sued', reason: 'a court order there' };
    await decideOn(pipeline, 'desk:disputed', away, working);
    await desk.settle();
    expect([
      await shows(one, 'top', 'A disputed story'),
      await shows(other, 'top', 'A disputed story'),
    ]).toEqual([false, true]);
    await decideOn(pipeline, 'desk:disputed', { action: 'restore', target: 'sued' }, working);
    await desk.settle();
    expect(await shows(one, 'top', 'A disputed story')).toBe(true);
  });

  test('an end warns of itself, then stops', async () => {
    const until = new Date(desk.session.cloud.clock.now().getTime() + 2 * HOUR).toISOString();
    const outlet = await openOutlet(desk, 'ending', { alias: 'top', channel: 'news', until });
    expect((await outlet.read('top')).status).toBe(200);
    await later(3);
    expect((await outlet.read('top')).status).toBe(404);
  });

  test('a new token beside the old one, until that ends; a disabled partner reads nothing', async () => {
    const outlet = await openOutlet(desk, 'turning', { alias: 'top', channel: 'news' });
    const { pipeline, working } = desk.session;
    const status = async (token: string): Promise<number> =>
      (await desk.read('/p/turning/top/rss.xml', basicOf('turning', token))).status;
    const second = await rotateToken(pipeline, 'turning', 'beside', working);
    expect([await status(outlet.token), await status(second.token)]).toEqual([200, 200]);
    await later(25);
    expect([await status(outlet.token), await status(second.token)]).toEqual([401, 200]);
    const third = await rotateToken(pipeline, 'turning', 'now', working);
    expect([await status(second.token), await status(third.token)]).toEqual([401, 200]);
    await disablePartner(pipeline, 'turning', working);
    expect(await status(third.token)).toBe(401);
    await enablePartner(pipeline, 'turning', working);
    expect(await status(third.token)).toBe(200);
    await unsubscribe(pipeline, 'turning', 'top', working);
    expect(await status(third.token)).toBe(404);
    await removePartner(pipeline, 'turning', working);
    expect(await status(third.token)).toBe(401);
  });

  /** Kills and settles; `decided` is when. */
  async function killed(id: string): Promise<{ decided: string }> {
    const decided = desk.session.cloud.clock.now().toISOString();
    await desk.kill(id);
    await desk.settle();
    return { decided };
  }
});
