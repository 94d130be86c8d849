import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Waiting } from '../../shared/operations/waiting.ts';
import { CONFIGURATION, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { addOutlet } from '../support/partner-outlets.ts';
import { decideOn, disablePartner, rotateToken, valueOf } from '../support/operate.ts';
import { subscribe } from '../../shared/operations/partners/subscriptions.ts';
import { partnerIdOf } from '../support/ids.ts';

/** What commands do while no tick runs, so that a new feed gets no documents. */
describe('a stuck pipeline', () => {
  let wiredesk: RunningWiredesk;
  let warnings: string[];
  const stuck: Waiting = {
    wait: () => Promise.resolve(false),
    say: () => {},
    warn: (text) => warnings.push(text),
  };
  beforeAll(async () => {
    wiredesk = await startWiredesk();
    await wiredesk.put('story', 'A disputed story\n\nIts body.');
    await wiredesk.runUntilIdle();
  });
  beforeEach(() => (warnings = []));
  afterAll(() => wiredesk.stop());

  test('does not delay the revocation of a token', async () => {
    const { pipeline } = wiredesk.session;
    const outlet = await addOutlet(wiredesk, 'leaky', { alias: 'top', channel: 'news' });
    valueOf(
      await subscribe(
        pipeline,
        { id: partnerIdOf('leaky'), alias: 'top', terms: { delayMinutes: 77 } },
        stuck,
      ),
    );
    expect(warnings.join()).toMatch(/1 new feeds have no documents yet/);
    expect((await outlet.read('top')).text).toContain('A disputed story');
    const whileWaiting: number[] = [];
    const asking: Waiting = {
      ...stuck,
      async wait() {
        whileWaiting.push((await outlet.read('top')).status);
        return false;
      },
    };
    const { token } = await rotateToken(pipeline, 'leaky', 'now', asking);
    expect(whileWaiting).toEqual([401]);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await wiredesk.read('/p/leaky/top/rss.xml', bearer)).status).toBe(200);
    await disablePartner(pipeline, 'leaky', stuck);
    expect((await wiredesk.read('/p/leaky/top/rss.xml', bearer)).status).toBe(401);
  });

  test('does not lose a withdrawal from one partner: the partner’s dedicated feed starts without the article', async () => {
    const { pipeline } = wiredesk.session;
    const outlet = await addOutlet(wiredesk, 'sued', { alias: 'top', channel: 'news' });
    const withdrawal = { action: 'withdraw' as const, target: 'sued' };
    await decideOn(pipeline, 'desk:story', withdrawal, stuck);
    expect(warnings).toHaveLength(1);
    expect((await outlet.read('top')).text).toContain('A disputed story');
    await wiredesk.session.configure(CONFIGURATION);
    await wiredesk.runUntilIdle();
    const { status, text } = await outlet.read('top');
    expect([status, text.includes('A disputed story')]).toEqual([200, false]);
  });

  test('does not overwrite a configuration that was applied while the command waited', async () => {
    const { pipeline, configure } = wiredesk.session;
    await addOutlet(wiredesk, 'slow', { alias: 'top', channel: 'news' });
    const [news] = CONFIGURATION.channels;
    if (news === undefined) throw new Error('there is no channel');
    const channels = [...CONFIGURATION.channels, { ...news, id: 'added', title: 'Added meanwhile' }];
    const meanwhile: Waiting = {
      ...stuck,
      async wait() {
        await configure({ ...CONFIGURATION, channels });
        return true;
      },
    };
    valueOf(
      await subscribe(
        pipeline,
        { id: partnerIdOf('slow'), alias: 'top', terms: { delayMinutes: 33 } },
        meanwhile,
      ),
    );
    const configuration = await pipeline.configuration.current();
    expect(configuration?.channels.map(({ id }) => id)).toContain('added');
    expect(configuration?.partnerFeeds.map(({ terms }) => terms.delayMinutes)).toContain(33);
  });
});
