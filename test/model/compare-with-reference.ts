import { gunzipSync } from 'node:zlib';
import { readReceipt } from '../../functions/ingest/read-receipt.ts';
import type { ReceiptItem } from '../../shared/contract/stores.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, type FormatName, FORMATS } from '../../shared/domain/feed.ts';
import { articleUri } from '../../shared/domain/identity.ts';
import { type ReadItem, readItems } from '../formats/reading.ts';
import { ARTICLE_IDS } from './newsroom.ts';
import { type Play, Violation } from './simulation.ts';
import type { Shown } from './reference-types.ts';
import { datesOf, isKilled, revisionsOf, shownIn, usableIn } from './reference.ts';
import { FEEDS } from './invariants.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const second = (instant: string): string => `${instant.slice(0, 19)}Z`;

function demand(holds: boolean, what: string, ...facts: unknown[]): void {
  if (!holds) throw new Violation([what, ...facts.map((fact) => JSON.stringify(fact))].join('\n  '));
}

/** Plays on until nothing moves any more, in several ways, and compares each time with the reference. */
export async function compareAtRest(play: Play): Promise<void> {
  await play.rest();
  await compareAll(play, 'overflow');
  await play.wait(24 * 60);
  await play.rest();
  await compareAll(play, 'overflow');
  const outcomes = await receiptItems(play);
  // What fell out of an overflowing manifest comes back only when its article is looked at again.
  await play.wake();
  await play.rest();
  await compareAll(play, 'exact');
  const before = await bytesOf(play);
  await play.intake.replay();
  await play.wake();
  await play.rest();
  await compareAll(play, 'exact');
  demand(same(await bytesOf(play), before), 'nothing new happened, and a document changed its bytes');
  demand(
    same(await receiptItems(play), outcomes),
    'an outcome changed after it was recorded',
    outcomes,
    await receiptItems(play),
  );
  demand(play.warnings.length === 0, 'a stage warned', play.warnings);
}

async function compareAll(play: Play, promise: 'exact' | 'overflow'): Promise<void> {
  await compareHeads(play);
  await compareReceipts(play);
  for (const feed of FEEDS) {
    await compareDocuments(play, feed, promise);
    await compareLog(play, feed);
  }
}

async function compareHeads(play: Play): Promise<void> {
  const heads = await play.world.cloud.articles.heads(ARTICLE_IDS);
  for (const article of ARTICLE_IDS) {
    const revisions = revisionsOf(article, play.submissions());
    const [newest] = revisions;
    const current = heads.get(article)?.current;
    demand((newest === undefined) === (current === undefined), `a head is missing or made up: ${article}`);
    if (newest === undefined || current === undefined) continue;
    const { headline, withheld, embargoed, expires } = newest;
    const meant = {
      headline,
      pubstatus: withheld ? 'withheld' : 'usable',
      embargoed,
      expires,
      ...datesOf(revisions),
    };
    const { pubstatus, embargoed: from, expires: to, created, changed } = current;
    const found = {
      headline: current.facts.headline,
      pubstatus,
      embargoed: from,
      expires: to,
      created,
      changed,
    };
    demand(same(meant, found), `the head of ${article} is not what was sent`, meant, found);
  }
}

/** Every submission has one outcome, and says what can be seen. */
async function compareReceipts(play: Play): Promise<void> {
  const submissions = play.submissions();
  const { configuration, receipts, articles, feeds } = play.world.cloud;
  const services = { configuration, receipts, articles, feeds, now: () => new Date(play.now()) };
  for (const { kind, receipt, article } of submissions) {
    const view = await readReceipt(receipt, services);
    demand(view?.done === true && view.outcomes.length === 1, `receipt ${receipt} has no outcome`, view);
    const outcome = view?.outcomes[0]?.outcome ?? '';
    const killed = isKilled(article, submissions);
    demand((outcome === 'killed') === killed, `receipt ${receipt} is ${outcome}`, { killed });
    if (killed) continue;
    const shows = play.channels.some((channel) => shownIn(channel, article, submissions, play.now()));
    const possible =
      kind === 'decision'
        ? ['decided']
        : ['stored', 'published', 'unchanged', 'superseded', 'withheld', 'unrouted'];
    demand(
      possible.includes(outcome) && (outcome !== 'published' || shows),
      `receipt ${receipt} is ${outcome}`,
      { shows },
    );
  }
}

/**
 * A channel's documents hold its newest usable articles. A manifest has room for twice the items that are shown: if a
 * channel ever had more articles than that, older ones may have fallen out, and come back only when they are looked at
 * again. Until then no more is promised than that what it shows is usable, at its newest, in order, and not too much.
 */
async function compareDocuments(
  play: Play,
  { id, channel }: (typeof FEEDS)[number],
  promise: 'exact' | 'overflow',
): Promise<void> {
  const inForce = play.channels.find((candidate) => candidate.id === channel);
  const usable = inForce ? usableIn(inForce, ARTICLE_IDS, play.submissions(), play.now()) : [];
  const meant = usable.slice(0, inForce?.items ?? 0).map(itemOf);
  const room = 2 * (play.fewestItems.get(channel) ?? 0);
  const isExact = promise === 'exact' || play.sight.articles(channel).size <= room;
  for (const format of FORMATS) {
    const text = await documentOf(play, id, format);
    const found = text === undefined ? [] : readItems[format](text).map(shape);
    const expected = isExact
      ? meant
      : usable.map(itemOf).filter((item) => found.some((other) => same(item, other)));
    demand(same(found, expected), `${channel}, ${format} at ${play.now()} is not as meant`, meant, found);
    demand(found.length <= (inForce?.items ?? 0), `${channel}, ${format} has too many items`, found);
  }
}

/** What each commit did is on record, whoever was ended after it. */
async function compareLog(play: Play, { id, channel }: (typeof FEEDS)[number]): Promise<void> {
  const { feeds } = play.world.cloud;
  const revs = (await feeds.state(id))?.rev ?? 0;
  const log = await feeds.log(id, revs + 1);
  demand(log.length === revs, `the log of ${channel} lacks a commit`, { revs, found: log.length });
}

export const itemOf = ({ article, headline, released, changed }: Shown) => ({
  id: articleUri(article),
  title: headline,
  published: second(released),
  updated: second(changed),
});

export const shape = ({ id, title, published, updated }: ReadItem) => ({ id, title, published, updated });

/** A document as readers get it, with and without gzip; undefined if there is none. */
async function documentOf(play: Play, feed: string, format: FormatName): Promise<string | undefined> {
  const { documents } = play.world.cloud;
  const { file } = DOCUMENTS[format];
  const plain = await documents.get(objectKeys.document(feed, file));
  const packed = await documents.get(objectKeys.gzipDocument(feed, file));
  const text = plain && Buffer.from(plain).toString('utf8');
  demand(text === (packed && gunzipSync(packed).toString('utf8')), `${file} and its gzip twin differ`);
  return text;
}

async function bytesOf(play: Play): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for (const { id } of FEEDS) for (const format of FORMATS) texts.push(await documentOf(play, id, format));
  return texts;
}

async function receiptItems(play: Play): Promise<ReceiptItem[][]> {
  const { receipts } = play.world.cloud;
  return Promise.all(play.submissions().map(({ receipt }) => receipts.items(receipt)));
}
