import { expect, test } from 'vitest';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import {
  readConfiguration,
  storeConfiguration,
} from '../../shared/operations/configuration/stored-configuration.ts';
import { CONFIGURATION, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

/**
 * The number of AWS calls must not grow with the number of feeds, when nothing changed and when one article changed.
 */

function withChannels(count: number): ConfigurationFile {
  const channels = Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    title: `Channel ${at}`,
    link: 'https://desk.example/',
    language: 'en',
    items: 50,
    public: true,
    select: { subject: `subject ${at}` },
  }));
  return { ...CONFIGURATION, channels };
}

/** The calls that the functions make while `work` runs. */
async function callsDuring(
  { cloud }: RunningWiredesk['session'],
  work: () => Promise<void>,
): Promise<string[]> {
  const calls: string[] = [];
  const stopIntercepting = cloud.intercept(({ principal, action }) => {
    if (principal !== 'operator' && action !== 'sqs:ReceiveMessage') calls.push(action);
  });
  await work();
  stopIntercepting();
  return calls;
}

/** The largest number of calls that one tick makes, over 16 minutes. None of the calls may write or send anything. */
async function mostCallsOfIdleTicks({ session }: RunningWiredesk): Promise<number> {
  let most = 0;
  for (let minute = 0; minute < 16; minute++) {
    session.cloud.clock.shift(60_000);
    const calls = await callsDuring(session, () => session.cloud.tick());
    expect(calls.filter((action) => /Put|Send|Update|Delete/.test(action))).toEqual([]);
    most = Math.max(most, calls.length);
  }
  return most;
}

test('a story that one of 60 channels selects causes one message to publish and six put documents', async () => {
  const now = new Date(Date.UTC(2026, 3, 13, 9, 5));
  const wiredesk = await startWiredesk({ configuration: withChannels(60), now });
  try {
    await wiredesk.runUntilIdle();
    const ninjs = { uri: 'a', headlines: [{ value: 'A story' }], subjects: [{ name: 'subject 0' }] };
    await wiredesk.put('a', JSON.stringify(ninjs), { mediaType: 'application/json' });
    const calls = await callsDuring(wiredesk.session, () => wiredesk.runUntilIdle());
    expect(calls.filter((action) => action === 's3:PutObject')).toHaveLength(6);
    expect(calls.filter((action) => action === 'sqs:SendMessage')).toHaveLength(1);
  } finally {
    await wiredesk.stop();
  }
}, 120_000);

test('a tick without changes writes nothing, sends nothing and makes at most 23 calls, with 1 feed and with 10,000 feeds', async () => {
  const now = new Date(Date.UTC(2026, 3, 13, 9, 5));
  const wiredesk = await startWiredesk({ configuration: withChannels(1), now });
  try {
    await wiredesk.runUntilIdle();
    expect(await mostCallsOfIdleTicks(wiredesk)).toBeLessThanOrEqual(23);
    const { configuration, etag } = await readConfiguration(wiredesk.session.pipeline);
    if (configuration === undefined) throw new Error('there is no configuration');
    // These feeds are put in force without their first documents. An idle tick must not look at them.
    const partnerFeeds = Array.from({ length: 10_000 }, (_, at) => ({
      channel: 'c0',
      profile: 'standard',
      inherits: [],
      terms: { delayMinutes: at + 1, territory: [] },
    }));
    await storeConfiguration({ ...configuration, partnerFeeds }, etag, wiredesk.session.pipeline);
    expect(await mostCallsOfIdleTicks(wiredesk)).toBeLessThanOrEqual(23);
  } finally {
    await wiredesk.stop();
  }
}, 120_000);
