import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import pLimit from 'p-limit';
import { afterAll, expect, test } from 'vitest';
import type { Endpoints } from '../../cli/endpoints.ts';
import { STAGES } from '../../shared/contract/stages.ts';
import { NpmStart } from '../support/npm-start.ts';
import { SEED } from '../support/seed.ts';
import { playWithKills } from './kill-nine.ts';

/**
 * The whole local cloud is ended with SIGKILL at random moments while a newsroom sends, corrects and kills stories.
 * Three full games, by command:
 * WIREDESK_OPERATIONS=1000 WIREDESK_KILLS=20 WIREDESK_SEED=1 npx vitest run --config vitest.long.config.ts test/flow/kill-nine.long.test.ts
 */
const OPERATIONS = Number(process.env['WIREDESK_OPERATIONS'] ?? 40);
const KILLS = Number(process.env['WIREDESK_KILLS'] ?? 3);
/** Seconds in which a message that was being handled at the kill comes back and is handled by all stages. */
const SETTLED_SECONDS = STAGES.normalise.queue.visibilitySeconds + STAGES.publish.queue.visibilitySeconds;

const CONFIGURATION = `
publisher: { name: The Test Desk, url: https://desk.example/, language: en }
sources:
  - { id: desk, order: arrival, language: en, link: 'https://desk.example/{id}' }
channels:
  - { id: all, title: All, link: https://desk.example/, language: en, items: 300, public: true, select: { all: [] } }
  - { id: closed, title: Closed, link: https://desk.example/, language: en, items: 300, public: false, select: { source: desk } }
partners:
  - { id: outlet, name: The Outlet, subscriptions: [{ alias: top, channel: closed }, { alias: open, channel: all }] }
`;

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

async function titlesOf({ feeds, partners }: Endpoints): Promise<Record<string, string[]>> {
  const base = new URL(feeds['all']?.json ?? '').origin;
  const outlet = { authorization: `Bearer ${partners['outlet'] ?? ''}` };
  const found: Record<string, string[]> = {};
  for (const [folder, headers] of [
    ['all', {}],
    ['p/outlet/top', outlet],
    ['p/outlet/open', outlet],
  ] as const)
    for (const [file, titles] of Object.entries(TITLES)) {
      const response = await fetch(`${base}/${folder}/${file}`, { headers });
      found[`${folder}/${file}`] = response.ok
        ? titles(await response.text()).toSorted()
        : [`HTTP ${response.status}`];
    }
  return found;
}

/** The receipts without an outcome for every item. */
async function unfinished({ ingest, tokens }: Endpoints, receipts: readonly string[]): Promise<string[]> {
  const limit = pLimit(4);
  const headers = { authorization: `Bearer ${tokens['desk'] ?? ''}` };
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

test(`after ${KILLS} times kill -9 under ${OPERATIONS} operations every document equals the truth`, async () => {
  // Not `fc.double`: almost all of its numbers are close to 0, and then every order is a kill of the first article.
  const numbers = fc.sample(fc.noBias(fc.nat({ max: 999 })), {
    numRuns: 4 * OPERATIONS + 10 * KILLS,
    seed: SEED,
  });
  let drawn = 0;
  const random = (): number => (numbers[drawn++ % numbers.length] ?? 0) / 1000;
  const { truth, endpoints, receipts, restarts } = await playWithKills({
    ...{ npmStart, random, operations: OPERATIONS, kills: KILLS },
  });
  expect(receipts.length).toBe(OPERATIONS);
  const began = Date.now();
  const patience = { timeout: SETTLED_SECONDS * 1000, interval: 3000 };
  let left: readonly string[] = receipts;
  const stillOpen = async (): Promise<readonly string[]> => (left = await unfinished(endpoints, left));
  await expect.poll(stillOpen, patience).toEqual([]);
  const expected = truth.headlines();
  expect(expected.length).toBeGreaterThan(OPERATIONS / 10);
  const wanted = Object.fromEntries(
    ['all', 'p/outlet/top', 'p/outlet/open'].flatMap((folder) =>
      Object.keys(TITLES).map((file) => [`${folder}/${file}`, expected]),
    ),
  );
  await expect.poll(() => titlesOf(endpoints), patience).toEqual(wanted);
  process.stdout.write(
    `kill -9: ${restarts.length} kills, ${receipts.length} operations, ${expected.length} stories; ` +
      `ready again after ${Math.max(...restarts).toFixed(1)} s at most; ` +
      `all documents right ${((Date.now() - began) / 1000).toFixed(1)} s after the last operation\n`,
  );
  expect(restarts.length).toBeGreaterThan(KILLS / 2);
});
