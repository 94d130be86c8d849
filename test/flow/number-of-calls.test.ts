import { expect, test } from 'vitest';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import { readConfiguration, storeConfiguration } from '../../cli/configuration.ts';
import { CONFIGURATION, type Desk, openDesk } from '../support/running-wiredesk.ts';

/** What the pipeline costs when nothing, or little, has changed: calls, whatever the number of feeds. */

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

/** The calls that functions make while `work` runs. */
async function callsDuring({ cloud }: Desk['session'], work: () => Promise<void>): Promise<string[]> {
  const calls: string[] = [];
  const release = cloud.intercept(({ principal, action }) => {
    if (principal !== 'operator' && action !== 'sqs:ReceiveMessage') calls.push(action);
  });
  await work();
  release();
  return calls;
}

/** The most calls that one of a round of ticks makes; none of them may change or send anything. */
async function mostOfIdleTicks({ session }: Desk): Promise<number> {
  let most = 0;
  for (let minute = 0; minute < 16; minute++) {
    session.cloud.clock.shift(60_000);
    const calls = await callsDuring(session, () => session.cloud.tick());
    expect(calls.filter((action) => /Put|Send|Update|Delete/.test(action))).toEqual([]);
    most = Math.max(most, calls.length);
  }

  return most;
}

test('a story for one of 60 channels is one message and six documents', async () => {
  const now = new Date(Date.UTC(2026, 3, 13, 9, 5));
  const desk = await openDesk({ configuration: withChannels(60), now });
  try {
    await desk.settle();
    const ninjs = { uri: 'a', headlines: [{ value: 'A story' }], subjects: [{ name: 'subject 0' }] };
    await desk.put('a', JSON.stringify(ninjs), 'application/json');
    const busy = await callsDuring(desk.session, () => desk.settle());
    expect(busy.filter((action) => action === 's3:PutObject')).toHaveLength(6);
    expect(busy.filter((action) => action === 'sqs:SendMessage')).toHaveLength(1);
  } finally {
    await desk.stop();
  }
}, 120_000);

test('a tick without changes puts nothing, sends nothing and asks little, with one feed and with 10,000', async () => {
  const now = new Date(Date.UTC(2026, 3, 13, 9, 5));
  const desk = await openDesk({ configuration: withChannels(1), now });
  try {
    await desk.settle();
    expect(await mostOfIdleTicks(desk)).toBeLessThanOrEqual(20);
    const { configuration, etag } = await readConfiguration(desk.session.pipeline);
    if (configuration === undefined) throw new Error('no configuration');
    // In force as they are, without their first documents: an idle tick must not look at them.
    const partnerFeeds = Array.from({ length: 10_000 }, (_, at) => ({
      channel: 'c0',
      profile: 'standard',
      inherits: [],
      terms: { delayMinutes: at + 1, territory: [] },
    }));
    await storeConfiguration({ ...configuration, partnerFeeds }, etag, desk.session.pipeline);
    expect(await mostOfIdleTicks(desk)).toBeLessThanOrEqual(20);
  } finally {
    await desk.stop();
  }
}, 120_000);
