import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import pLimit from 'p-limit';
import { afterAll, expect, test } from 'vitest';
import type { Endpoints } from '../../cli/endpoints.ts';
import { readClock } from '../../cli/local-clock.ts';
import { NpmStart } from '../support/npm-start.ts';
import { SEED } from '../support/seed.ts';
import { playWithKills, SOURCES } from './kill-nine.ts';

/**
 * The whole local cloud is ended with SIGKILL at random moments while a newsroom sends, corrects and kills stories.
 * Three full games, by command:
 * WIREDESK_OPERATIONS=1000 WIREDESK_KILLS=20 WIREDESK_SEED=1 npx vitest run --config vitest.long.config.ts test/flow/kill-nine.long.test.ts
 */
const OPERATIONS = Number(process.env['WIREDESK_OPERATIONS'] ?? 300);
const KILLS = Number(process.env['WIREDESK_KILLS'] ?? 8);
/** No limit on speed: the longest wait for anything on a machine that is busy with other tests. */
const PATIENCE = { timeout: 15 * 60_000, interval: 1000 };

/** Stories of `wire` are cleared for two countries, so they are in no public feed and in none for another country. */
const CONFIGURATION = `
publisher: { name: The Test Desk, url: https://desk.example/, language: en }
sources:
  - { id: desk, order: arrival, language: en, link: 'https://desk.example/{id}' }
  - { id: wire, order: arrival, language: en, link: 'https://wire.example/{id}', territory: [AT, DE] }
channels:
  - { id: all, title: All, link: https://desk.example/, language: en, items: 500, public: true, select: { all: [] } }
  - { id: closed, title: Closed, link: https://desk.example/, language: en, items: 500, public: false, select: { source: desk } }
partners:
  - id: outlet
    name: The Outlet
    subscriptions:
      - { alias: top, channel: closed }
      - { alias: late, channel: all, delay: PT2H }
      - { alias: near, channel: all, territory: [DE] }
      - { alias: nearlate, channel: all, territory: [DE], delay: PT2H }
      - { alias: far, channel: all, territory: [DE, JP] }
`;
const DELAY_MILLISECONDS = 2 * 3_600_000;

/** The sources whose stories each feed shows, for feeds with and without a delay. */
const FEEDS = {
  now: { all: ['desk'], 'p/outlet/top': ['desk'], 'p/outlet/near': [...SOURCES], 'p/outlet/far': ['desk'] },
  late: { 'p/outlet/late': ['desk'], 'p/outlet/nearlate': [...SOURCES] },
};

const npmStart = new NpmStart((state) => {
  const file = join(state, 'kill-nine.yaml');
  writeFileSync(file, CONFIGURATION);
  return ['--config', file];
});
afterAll(() => npmStart.discard());

/** The titles of the items in a document of each format. */
const TITLES: Record<string, (text: string) => string[]> = {
  'rss.xml': titlesInXml,
  'atom.xml': titlesInXml,
  'feed.json': (text) => (JSON.parse(text) as { items: { title: string }[] }).items.map(({ title }) => title),
};
function titlesInXml(text: string): string[] {
  return [...text.matchAll(/<title[^>]*>(?:<!\[CDATA\[)?(Headline[^<\]]*)/g)].map(([, title = '']) => title);
}

/** The headlines in each document of these feeds, sorted. */
async function shown(
  { feeds, partners }: Endpoints,
  folders: readonly string[],
): Promise<Record<string, string[]>> {
  const base = new URL(feeds['all']?.json ?? '').origin;
  const headers = { authorization: `Bearer ${partners['outlet'] ?? ''}` };
  const found: Record<string, string[]> = {};
  for (const folder of folders)
    for (const [file, titles] of Object.entries(TITLES)) {
      const response = await fetch(`${base}/${folder}/${file}`, { headers });
      found[`${folder}/${file}`] = response.ok
        ? titles(await response.text()).toSorted()
        : [`HTTP ${response.status}`];
    }
  return found;
}

/** The receipts of a source without an outcome for every item. */
async function unfinished(
  { ingest, tokens }: Endpoints,
  source: string,
  receipts: readonly string[],
): Promise<string[]> {
  const limit = pLimit(4);
  const headers = { authorization: `Bearer ${tokens[source] ?? ''}` };
  const open = await Promise.all(
    receipts.map((receipt) =>
      limit(async () => {
        const response = await fetch(`${ingest}/v1/receipts/${receipt}`, { headers });
        const { done } = (await response.json()) as { done?: boolean };
        return done === true ? [] : [receipt];
      }),
    ),
  );
  return open.flat();
}

const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** The queues that hold messages, dead-letter queues included. */
async function queuesWithMessages({ cloud }: Endpoints): Promise<string[]> {
  const { endpoint, accessKeyId, secretAccessKey } = cloud;
  const credentials = { accessKeyId, secretAccessKey };
  const sqs = new SQSClient({ endpoint, credentials, region: 'us-east-1', useQueueUrlAsEndpoint: false });
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const held = await Promise.all(
    QueueUrls.map(async (QueueUrl) => {
      const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...COUNTS] });
      const { Attributes = {} } = await sqs.send(command);
      const count = COUNTS.reduce((sum, name) => sum + Number(Attributes[name]), 0);
      return count === 0 ? [] : [`${QueueUrl.split('/').at(-1) ?? ''}: ${count}`];
    }),
  );
  sqs.destroy();
  return held.flat();
}

test(
  `after ${KILLS} times kill -9 under ${OPERATIONS} operations every document equals the truth`,
  async () => {
    // Not `fc.double`: almost all of its numbers are close to 0, and then every order is a kill of the first article.
    const numbers = fc.sample(fc.noBias(fc.nat({ max: 999 })), {
      numRuns: 4 * OPERATIONS + 10 * KILLS,
      seed: SEED,
    });
    let drawn = 0;
    const random = (): number => (numbers[drawn++ % numbers.length] ?? 0) / 1000;
    const { truth, endpoints, receipts, kills, starts } = await playWithKills({
      ...{ npmStart, random, operations: OPERATIONS, kills: KILLS },
    });
    expect(kills).toBe(KILLS);
    expect(Object.values(receipts).flat().length).toBe(OPERATIONS);
    expect(truth.headlines(SOURCES).length).toBeGreaterThan(OPERATIONS / 10);

    const began = performance.now();
    for (const [source, given] of Object.entries(receipts)) {
      let left: readonly string[] = given;
      const stillOpen = async (): Promise<readonly string[]> =>
        (left = await unfinished(endpoints, source, left));
      await expect.poll(stillOpen, PATIENCE).toEqual([]);
    }
    let documents = 0;
    const compare = async (feeds: Record<string, string[]>): Promise<void> => {
      const wanted = Object.entries(feeds).flatMap(([folder, sources]) =>
        Object.keys(TITLES).map((file) => [`${folder}/${file}`, truth.headlines(sources)] as const),
      );
      documents += wanted.length;
      await expect
        .poll(() => shown(endpoints, Object.keys(feeds)), PATIENCE)
        .toEqual(Object.fromEntries(wanted));
    };
    await compare(FEEDS.now);
    const settled = (performance.now() - began) / 1000;
    await readClock(endpoints.cloud, { shift: DELAY_MILLISECONDS });
    await compare({ ...FEEDS.now, ...FEEDS.late });
    await expect.poll(() => queuesWithMessages(endpoints), PATIENCE).toEqual([]);

    process.stdout.write(
      `kill -9: ${kills} kills, ${OPERATIONS} operations, ${truth.headlines(SOURCES).length} stories, ` +
        `${documents} documents compared; ready after ${Math.max(...starts).toFixed(1)} s at most in ` +
        `${starts.length} starts; all documents right ${settled.toFixed(1)} s after the last operation\n`,
    );
  },
  60 * 60_000,
);
