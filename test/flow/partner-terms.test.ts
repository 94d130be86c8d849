import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '../../shared/domain/instant.ts';
import { type RunningWiredesk, DOCUMENT_PATHS, startWiredesk } from '../support/running-wiredesk.ts';
import { basicAuthorization, addOutlet, type Outlet, subscribeOutlet } from '../support/partner-outlets.ts';
import {
  articleReach,
  decideOn,
  disablePartner,
  enablePartner,
  listFeeds,
  removePartner,
  rotateToken,
  unsubscribe,
} from '../support/operate.ts';

const HOUR = 3_600_000;
const START = new Date('2026-04-13T09:00:10.000Z');

/** What partners read under their terms, through the whole pipeline and the local CloudFront. */
describe('the terms of a subscription', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk({ now: START })));
  afterAll(() => wiredesk.stop());

  const send = async (id: string, text: string): Promise<void> => {
    await wiredesk.put(id, text);
    await wiredesk.runUntilIdle();
  };
  const later = async (hours: number): Promise<void> => {
    wiredesk.session.cloud.clock.shift(hours * HOUR);
    await wiredesk.runUntilIdle();
  };
  const shows = async (outlet: Outlet, alias: string, text: string): Promise<boolean> => {
    const answers = await Promise.all(DOCUMENT_PATHS.map((file) => outlet.read(alias, file)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const found = answers.filter((answer) => answer.text.includes(text)).length;
    expect([0, DOCUMENT_PATHS.length]).toContain(found);
    return found > 0;
  };

  test('can have a delay: each revision shows after the delay, and a kill takes effect at once', async () => {
    const outlet = await addOutlet(wiredesk, 'slow', { alias: 'top', channel: 'news', delayMinutes: 120 });
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
    await wiredesk.kill('delayed');
    await wiredesk.runUntilIdle();
    expect(await shows(outlet, 'top', 'The second word')).toBe(false);
  });

  test('can change: the address stays, an article seen under the old terms is withdrawn by a kill, and its reach says when it left each feed', async () => {
    const outlet = await addOutlet(wiredesk, 'moving', { alias: 'top', channel: 'news' });
    await send('seen', 'Seen under the old terms\n\nIts body.');
    expect(await shows(outlet, 'top', 'Seen under the old terms')).toBe(true);
    await subscribeOutlet(wiredesk, 'moving', {
      alias: 'top',
      channel: 'news',
      delayMinutes: 30,
      territory: ['TW'],
    });
    expect(await shows(outlet, 'top', 'Seen under the old terms')).toBe(false);
    const { decided } = await killed('seen');
    const reach = await articleReach(wiredesk.session.pipeline, 'desk:seen');
    const successor = reach.find(({ readers }) => readers.includes('moving/top'));
    expect(successor?.shown).toBe(false);
    expect(reach.every(({ shown, left }) => !shown && left !== null)).toBe(true);
    expect((successor?.left ?? '') >= decided).toBe(true);
    await later(2);
    expect(await shows(outlet, 'top', 'Seen under the old terms')).toBe(false);
  });

  test('can get a shorter delay: an article whose new delay has already passed shows at once, at the same address', async () => {
    const outlet = await addOutlet(wiredesk, 'eager', { alias: 'top', channel: 'news', delayMinutes: 600 });
    await send('waiting', 'Waiting for its release\n\nIts body.');
    expect(await shows(outlet, 'top', 'Waiting for its release')).toBe(false);
    await subscribeOutlet(wiredesk, 'eager', { alias: 'top', channel: 'news', delayMinutes: 0 });
    await wiredesk.runUntilIdle();
    expect(await shows(outlet, 'top', 'Waiting for its release')).toBe(true);
    await killed('waiting');
    expect(await shows(outlet, 'top', 'Waiting for its release')).toBe(false);
  });

  test('that are equal share one feed, whose documents name no partner', async () => {
    const outlets = [
      await addOutlet(wiredesk, 'north', { alias: 'top', channel: 'all', territory: ['TW', 'HK'] }),
      await addOutlet(wiredesk, 'south', { alias: 'front', channel: 'all', territory: ['HK', 'TW'] }),
    ];
    const rows = (await listFeeds(wiredesk.session.pipeline)).filter(({ readers }) => readers.length > 1);
    expect(rows.map(({ readers }) => readers)).toContainEqual(['north/top', 'south/front']);
    for (const file of DOCUMENT_PATHS) {
      const [one, other] = [await outlets[0]?.read('top', file), await outlets[1]?.read('front', file)];
      expect(other?.text).toBe(one?.text);
      expect(one?.text).not.toMatch(/north|south|\/p\/|rel="self"|feed_url/);
    }
  });

  test('allow a withdrawal from one partner that does not affect the partners that shared its feed', async () => {
    const [one, other] = [
      await addOutlet(wiredesk, 'sued', { alias: 'top', channel: 'news' }),
      await addOutlet(wiredesk, 'spared', { alias: 'top', channel: 'news' }),
    ];
    await send('disputed', 'A disputed story\n\nIts body.');
    const { pipeline, working } = wiredesk.session;
    const away = { action: 'withdraw' as const, target: 'sued', reason: 'a court order there' };
    await decideOn(pipeline, 'desk:disputed', away, working);
    await wiredesk.runUntilIdle();
    expect([
      await shows(one, 'top', 'A disputed story'),
      await shows(other, 'top', 'A disputed story'),
    ]).toEqual([false, true]);
    await decideOn(pipeline, 'desk:disputed', { action: 'restore', target: 'sued' }, working);
    await wiredesk.runUntilIdle();
    expect(await shows(one, 'top', 'A disputed story')).toBe(true);
  });

  test('end at the agreed time: the feed then answers 404', async () => {
    const until = instantOf(new Date(wiredesk.session.cloud.clock.now().getTime() + 2 * HOUR));
    const outlet = await addOutlet(wiredesk, 'ending', { alias: 'top', channel: 'news', until });
    expect((await outlet.read('top')).status).toBe(200);
    await later(3);
    expect((await outlet.read('top')).status).toBe(404);
  });

  test('apply to readers with a valid token only: after a rotation the old token works until it expires, and a disabled partner reads nothing', async () => {
    const outlet = await addOutlet(wiredesk, 'turning', { alias: 'top', channel: 'news' });
    const { pipeline, working } = wiredesk.session;
    const status = async (token: string): Promise<number> =>
      (await wiredesk.read('/p/turning/top/rss.xml', basicAuthorization('turning', token))).status;
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

  /** Kills the article and runs until idle. `decided` is the instant of the kill. */
  async function killed(id: string): Promise<{ decided: string }> {
    const decided = wiredesk.session.cloud.clock.now().toISOString();
    await wiredesk.kill(id);
    await wiredesk.runUntilIdle();
    return { decided };
  }
});
