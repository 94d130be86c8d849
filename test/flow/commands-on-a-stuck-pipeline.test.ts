import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideOn } from '../../cli/article.ts';
import { disablePartner, rotateToken, subscribe } from '../../cli/partner.ts';
import type { Working } from '../../cli/wait.ts';
import { CONFIGURATION, type Desk, openDesk } from '../support/running-wiredesk.ts';
import { openOutlet } from '../support/partner-outlets.ts';

/** What a command does when the pipeline behind it does not move: no tick comes, so no new feed gets documents. */
describe('a pipeline that stands still', () => {
  let desk: Desk;
  let warnings: string[];
  const stuck: Working = {
    wait: () => Promise.resolve(false),
    say: () => {},
    warn: (text) => warnings.push(text),
  };
  beforeAll(async () => {
    desk = await openDesk();
    await desk.put('story', 'A disputed story\n\nIts body.');
    await desk.settle();
  }, 60_000);
  beforeEach(() => (warnings = []));
  afterAll(() => desk.stop());

  test('holds up no revocation', async () => {
    const { pipeline } = desk.session;
    const outlet = await openOutlet(desk, 'leaky', { alias: 'top', channel: 'news' });
    await subscribe(pipeline, 'leaky', 'top', { delayMinutes: 77 }, stuck);
    expect(warnings.join()).toMatch(/1 new feeds have no documents yet/);
    expect((await outlet.read('top')).text).toContain('A disputed story');
    const whileWaiting: number[] = [];
    const asking: Working = {
      ...stuck,
      async wait() {
        whileWaiting.push((await outlet.read('top')).status);
        return false;
      },
    };
    const { token } = await rotateToken(pipeline, 'leaky', 'now', asking);
    expect(whileWaiting).toEqual([401]);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await desk.read('/p/leaky/top/rss.xml', bearer)).status).toBe(200);
    await disablePartner(pipeline, 'leaky', stuck);
    expect((await desk.read('/p/leaky/top/rss.xml', bearer)).status).toBe(401);
  });

  test('loses no decision about one partner; the feed of its own begins without the story', async () => {
    const { pipeline } = desk.session;
    const outlet = await openOutlet(desk, 'sued', { alias: 'top', channel: 'news' });
    const away = { action: 'withdraw' as const, target: 'sued' };
    await decideOn(pipeline, 'desk:story', away, stuck);
    expect(warnings).toHaveLength(1);
    expect((await outlet.read('top')).text).toContain('A disputed story');
    await desk.session.configure(CONFIGURATION);
    await desk.settle();
    const { status, text } = await outlet.read('top');
    expect([status, text.includes('A disputed story')]).toEqual([200, false]);
  });

  test('puts no old configuration over one that was applied meanwhile', async () => {
    const { pipeline, configure } = desk.session;
    await openOutlet(desk, 'slow', { alias: 'top', channel: 'news' });
    const [news] = CONFIGURATION.channels;
    if (news === undefined) throw new Error('no channel');
    const channels = [...CONFIGURATION.channels, { ...news, id: 'added', title: 'Added meanwhile' }];
    const meanwhile: Working = {
      ...stuck,
      async wait() {
        await configure({ ...CONFIGURATION, channels });
        return true;
      },
    };
    await subscribe(pipeline, 'slow', 'top', { delayMinutes: 33 }, meanwhile);
    const configuration = await pipeline.configuration.current();
    expect(configuration?.channels.map(({ id }) => id)).toContain('added');
    expect(configuration?.partnerFeeds.map(({ terms }) => terms.delayMinutes)).toContain(33);
  });
});
