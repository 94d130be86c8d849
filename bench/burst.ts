import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { type Session, startSession } from '../cli/session.ts';
import { pause } from '../cli/waiting.ts';
import { instantOf, laterBy } from '../shared/domain/instant.ts';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';

const STORIES = 3000;
const FEEDS = 150;
const ITEMS = 20;
const PER_SUBMISSION = 4;
/** Each twelfth feed takes every story; the others take one of this many subjects. */
const SUBJECTS = 40;
/** A tick runs this often while stories arrive, so that the queue fills as in many minutes of a day. */
const TICK_MILLISECONDS = 5000;
const FIRST = Date.UTC(2026, 2, 2, 8);

const channels: ConfigurationFile['channels'] = Array.from({ length: FEEDS }, (_, at) => ({
  id: `c${at}`,
  title: `Channel ${at}`,
  link: 'https://desk.example/',
  language: 'en',
  items: ITEMS,
  public: true,
  select: at % 12 === 0 ? { source: 'desk' } : { subject: `subject ${at % SUBJECTS}` },
}));

const story = (at: number): object => ({
  uri: `a${at}`,
  headlines: [{ value: `Story ${at}` }],
  versioncreated: new Date(FIRST + at * 1000).toISOString(),
  bodies: [{ value: `The text of story ${at}, told at some length. `.repeat(60) }],
  subjects: [{ name: `subject ${at % SUBJECTS}` }],
});

/**
 * A burst of stories over many feeds, on the whole local cloud. Prints how many messages were in the queue of publish, how many
 * ticks after the last story was normalised all documents were right, how long that took, and the memory of the
 * process (functions and emulators are threads of it).
 */
export async function run(): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  const session = await startSession({ state, port: 0, tickSeconds: 'idle', log: () => {} });
  let [mostWaiting, mostMemory, mostHeap] = [0, 0, 0];
  const sampling = setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    [mostMemory, mostHeap] = [Math.max(mostMemory, rss), Math.max(mostHeap, heapUsed)];
    void messagesIn('Publish', session).then((count) => (mostWaiting = Math.max(mostWaiting, count)));
  }, 500);
  try {
    await session.configure({
      publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
      sources: [{ id: 'desk', order: 'arrival', language: 'en', boilerplate: [] }],
      channels,
    });
    await session.settle(() => {});
    mostWaiting = 0;
    const atRest = process.memoryUsage().rss;

    const ticking = new AbortController();
    const ticks = tickUntil(ticking.signal, session);
    await sendStories(session);
    await untilNormalised(session);
    ticking.abort();
    await ticks;

    const normalisedAt = performance.now();
    const left = await messagesIn('Publish', session);
    const perTick: number[] = [];
    while (perTick.length < 2 || perTick.at(-1) !== FEEDS) {
      session.cloud.clock.shift(60_000);
      await session.cloud.tick();
      while ((await session.cloud.inFlight()) > 0) await pause(100);
      perTick.push(await rightFeeds(session));
      if (perTick.length === 20) break;
    }
    const seconds = (performance.now() - normalisedAt) / 1000;
    console.log(
      `${STORIES} stories, ${FEEDS} feeds: at most ${mostWaiting} messages were in the queue of publish, ${left} after the last ` +
        `story was normalised; feeds that are right after each tick since: ${perTick.join(', ')}; settled after ` +
        `${seconds.toFixed(0)} s; memory ${mebibytes(atRest)} MiB before the burst, at most ` +
        `${mebibytes(mostMemory)} MiB, of it in the heap of the main thread at most ${mebibytes(mostHeap)} MiB`,
    );
  } finally {
    clearInterval(sampling);
    await session.cloud.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

async function tickUntil(signal: AbortSignal, { cloud }: Session): Promise<void> {
  while (!signal.aborted) {
    await cloud.tick();
    await pause(TICK_MILLISECONDS);
  }
}

async function sendStories({ pipeline }: Session): Promise<void> {
  const limit = pLimit(4);
  const url = `${pipeline.outputs.ingestUrl.replace(/\/$/, '')}/v1/sources/desk/submissions`;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${pipeline.tokens['desk'] ?? ''}`,
  };
  const submissions = Array.from({ length: STORIES / PER_SUBMISSION }, (_, nth) =>
    Array.from({ length: PER_SUBMISSION }, (__, item) => story(nth * PER_SUBMISSION + item)),
  );
  await Promise.all(
    submissions.map((items) =>
      limit(async () => {
        // On a busy machine a call may time out. As every sender does, send it again.
        for (;;) {
          const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(items) });
          if (status === 202) return;
          if (status !== 429 && status < 500) throw new Error(`ingest answered ${status}`);
          await pause(1000);
        }
      }),
    ),
  );
}

/** Waits until every receipt of the last hour has its outcomes. */
async function untilNormalised(session: Session): Promise<void> {
  const { receipts, now } = session.pipeline;
  for (;;) {
    if ((await messagesIn('Normalise', session)) === 0) {
      const [from, to] = [laterBy(instantOf(now()), -60), laterBy(instantOf(now()), 60)];
      if ((await receipts.unread('desk', from, to)).length === 0) return;
    }
    await pause(1000);
  }
}

/** The number of messages in the queue of a stage. At most one message of each feed is being handled. */
async function messagesIn(stage: string, { cloud }: Session): Promise<number> {
  const queues = await cloud.messages();
  return queues.find(({ queue }) => queue.includes(stage))?.messages ?? 0;
}

/** The number of feeds whose document has exactly the newest stories that the feed selects. */
async function rightFeeds({ pipeline }: Session): Promise<number> {
  const base = pipeline.outputs.feedsUrl.replace(/\/$/, '');
  const limit = pLimit(8);
  const right = await Promise.all(
    channels.map(({ id }, at) =>
      limit(async () => {
        const found = (await (await fetch(`${base}/${id}/feed.json`)).json()) as {
          items: { title: string }[];
        };
        return found.items.map(({ title }) => title).join() === expectedTitles(at).join();
      }),
    ),
  );
  return right.filter(Boolean).length;
}

function expectedTitles(feed: number): string[] {
  const isSelected = (at: number): boolean => feed % 12 === 0 || at % SUBJECTS === feed % SUBJECTS;
  const newest = Array.from({ length: STORIES }, (_, at) => STORIES - 1 - at);
  return newest
    .filter(isSelected)
    .slice(0, ITEMS)
    .map((at) => `Story ${at}`);
}
