import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readConfiguration,
  storeConfiguration,
} from '../shared/operations/configuration/stored-configuration.ts';
import { type Session, startSession } from '../cli/session.ts';

const FEEDS = [1, 10_000];
/** Within this number of ticks, one for each minute, the sweep looks at every source and every feed. */
const TICKS = 16;
const MAX_REQUESTS = 23;

/** Counts the AWS calls of a tick when nothing has changed. Runs the whole fan-out function on the local cloud. */
export async function idleTicks(): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  const session = await startSession({ state, port: 0, tickSeconds: 'idle', log: () => {} });
  try {
    await session.configure({
      publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
      sources: [{ id: 'desk', order: 'arrival', language: 'en', boilerplate: [] }],
      channels: [
        {
          id: 'news',
          title: 'News',
          link: 'https://desk.example/',
          items: 50,
          public: true,
          select: { source: 'desk' },
        },
      ],
    });
    await session.settle(() => {});
    for (const feeds of FEEDS) {
      await withFeeds(feeds, session);
      const { most, writes, messages } = await countTicks(session);
      console.log(
        `unchanged ticks with ${feeds} feeds: ${writes} PUTs and other writes, ${messages} messages, at most ${most} requests in one tick ` +
          `(limit: ${MAX_REQUESTS})${most > MAX_REQUESTS || writes + messages > 0 ? ' TOO MUCH' : ''}`,
      );
    }
  } finally {
    await session.cloud.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

/** Stores a configuration with `count` feeds. The feeds have no documents; an idle tick does not read documents. */
async function withFeeds(count: number, { pipeline }: Session): Promise<void> {
  const { configuration, etag } = await readConfiguration(pipeline);
  if (configuration === undefined) throw new Error('no configuration is in force');
  const partnerFeeds = Array.from({ length: count - 1 }, (_, at) => ({
    channel: 'news',
    profile: 'standard',
    inherits: [],
    terms: { delayMinutes: at + 1, territory: [] },
  }));
  await storeConfiguration({ ...configuration, partnerFeeds }, etag, pipeline);
}

async function countTicks({ cloud }: Session): Promise<{ most: number; writes: number; messages: number }> {
  let most = 0;
  const all: string[] = [];
  for (let tick = 0; tick < TICKS; tick++) {
    const calls: string[] = [];
    const release = cloud.intercept(({ principal, action }) => {
      if (principal !== 'operator' && action !== 'sqs:ReceiveMessage') calls.push(action);
    });
    cloud.clock.shift(60_000);
    await cloud.tick();
    release();
    most = Math.max(most, calls.length);
    all.push(...calls);
  }
  const count = (pattern: RegExp): number => all.filter((action) => pattern.test(action)).length;
  return { most, writes: count(/Put|Update|Delete/), messages: count(/Send/) };
}
