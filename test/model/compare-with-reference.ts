import { gunzipSync } from 'node:zlib';
import { readReceipt } from '../../shared/contract/receipt-view.ts';
import type { ReceiptItem } from '../../shared/contract/stores.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, type FormatName, FORMATS } from '../../shared/domain/feed.ts';
import { articleUri, type FeedId } from '../../shared/domain/identity.ts';
import { type ReadItem, readItems } from '../formats/reading.ts';
import { receiptIdOf } from '../support/ids.ts';
import { ARTICLE_IDS } from './newsroom.ts';
import type { Simulation } from './simulation.ts';
import type { ShownArticle } from './reference-types.ts';
import { datesOf, isKilled, revisionsOf, shownIn, usableIn } from './reference.ts';
import { FEEDS } from './invariants.ts';
import { Violation } from './violation.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Cuts an instant to seconds, because not every output format can express milliseconds. */
const toSeconds = (instant: string): string => `${instant.slice(0, 19)}Z`;

/** Throws an error if `holds` is false. The message of the error is `violation`, with a line for each fact. */
function check(holds: boolean, violation: string, facts: Readonly<Record<string, unknown>> = {}): void {
  const lines = Object.entries(facts).map(([name, fact]) => `${name}: ${JSON.stringify(fact)}`);
  if (!holds) throw new Violation([violation, ...lines].join('\n  '));
}

/**
 * Compares the simulation with the reference model four times, each time when no work is left: now; a day later;
 * after every feed and article was marked dirty; and after every event was delivered again, which must change
 * nothing.
 */
export async function compareWithReference(simulation: Simulation): Promise<void> {
  await simulation.runUntilIdle();
  await compareAll(simulation, 'overflow');
  await simulation.wait(24 * 60);
  await simulation.runUntilIdle();
  await compareAll(simulation, 'overflow');
  const outcomes = await receiptItems(simulation);
  // If a manifest was full, articles have left it. Fan-out puts them back into the manifest only when it looks at
  // them again.
  await simulation.markAllDirty();
  await simulation.runUntilIdle();
  await compareAll(simulation, 'exact');
  const before = await bytesOf(simulation);
  await simulation.submitter.replay();
  await simulation.markAllDirty();
  await simulation.runUntilIdle();
  await compareAll(simulation, 'exact');
  check(
    isSame(await bytesOf(simulation), before),
    'nothing new was submitted, but the bytes of a document changed',
  );
  check(isSame(await receiptItems(simulation), outcomes), 'an outcome changed after it was recorded', {
    before: outcomes,
    now: await receiptItems(simulation),
  });
  check(simulation.warnings.length === 0, 'a stage logged a warning', {
    warnings: simulation.warnings,
  });
}

/** `overflow`: articles that left a manifest because it was full may be missing. `exact`: no article is missing. */
async function compareAll(simulation: Simulation, promise: 'exact' | 'overflow'): Promise<void> {
  await compareHeads(simulation);
  await compareReceipts(simulation);
  for (const feed of FEEDS) {
    await compareWork(simulation, feed);
    await compareDocuments(simulation, feed, promise);
    await compareLog(simulation, feed);
  }
}

async function compareHeads(simulation: Simulation): Promise<void> {
  const heads = await simulation.services.cloud.articles.heads(ARTICLE_IDS);
  for (const article of ARTICLE_IDS) {
    const revisions = revisionsOf(article, simulation.submitter.submissions());
    const [newest] = revisions;
    const current = heads.get(article)?.current;
    check(
      (newest === undefined) === (current === undefined),
      `the article ${article} has a head although no content was sent, or no head although content was sent`,
    );
    if (newest === undefined || current === undefined) continue;
    const { headline, withheld, doubtful, embargoed, expires } = newest;
    const expected = {
      headline,
      pubstatus: withheld || doubtful ? 'withheld' : 'usable',
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
    check(isSame(expected, found), `the head of ${article} differs from what was sent`, {
      expected,
      found,
    });
  }
}

/** Checks that every submission has exactly one outcome, and that the outcome agrees with what the channels show. */
async function compareReceipts(simulation: Simulation): Promise<void> {
  const submissions = simulation.submitter.submissions();
  const { configuration, receipts, articles, feeds } = simulation.services.cloud;
  const services = { configuration, receipts, articles, feeds, now: () => new Date(simulation.now()) };
  for (const { kind, receipt, article } of submissions) {
    const view = await readReceipt(receiptIdOf(receipt), services);
    check(view?.done === true && view.outcomes.length === 1, `receipt ${receipt} has no outcome`, { view });
    const outcome = view?.outcomes[0]?.outcome ?? '';
    const killed = isKilled(article, submissions);
    check((outcome === 'killed') === killed, `receipt ${receipt} is ${outcome}`, { killed });
    if (killed) continue;
    const shows = simulation.inForce.channels.some((channel) =>
      shownIn(channel, article, { submissions, now: simulation.now() }),
    );
    const possible =
      kind === 'decision'
        ? ['decided']
        : ['stored', 'published', 'unchanged', 'superseded', 'withheld', 'unrouted'];
    check(
      possible.includes(outcome) && (outcome !== 'published' || shows),
      `receipt ${receipt} is ${outcome}`,
      { shows },
    );
  }
}

/**
 * Checks that a channel's documents hold its newest usable articles. A manifest has room for twice as many articles
 * as the documents show. If a channel ever had more articles, the older articles may have left the manifest, and
 * fan-out puts them back only when it looks at them again. Until it does, this function checks less: each item is
 * usable and up to date, the items are in order, and there are not more items than the channel allows.
 */
async function compareDocuments(
  simulation: Simulation,
  { id, channel }: (typeof FEEDS)[number],
  promise: 'exact' | 'overflow',
): Promise<void> {
  const moment = { submissions: simulation.submitter.submissions(), now: simulation.now() };
  const configured = simulation.inForce.channels.find((candidate) => candidate.id === channel);
  const usable = configured ? usableIn(configured, ARTICLE_IDS, moment) : [];
  const newest = usable.slice(0, configured?.items ?? 0).map(expectedItem);
  const room = 2 * (simulation.inForce.fewestItems.get(channel) ?? 0);
  const isExact = promise === 'exact' || simulation.everAllowed.articles(channel).size <= room;
  for (const format of FORMATS) {
    const text = await documentOf(simulation, id, format);
    const found = text === undefined ? [] : readItems[format](text).map(comparableItem);
    const expected = isExact
      ? newest
      : usable.map(expectedItem).filter((item) => found.some((foundItem) => isSame(item, foundItem)));
    check(
      isSame(found, expected),
      `${channel}, ${format} at ${simulation.now()} differs from the reference`,
      { expected, found },
    );
    check(found.length <= (configured?.items ?? 0), `${channel}, ${format} has too many items`, { found });
  }
}

/**
 * Checks that the feed's log has an entry for each commit, even if a crash ended the publisher right after the
 * commit.
 */
async function compareLog(simulation: Simulation, { id, channel }: (typeof FEEDS)[number]): Promise<void> {
  const { feeds } = simulation.services.cloud;
  const revs = (await feeds.state(id))?.rev ?? 0;
  const log = await feeds.log(id, revs + 1);
  check(log.length === revs, `the log of ${channel} does not have one entry for each commit`, {
    revs,
    found: log.length,
  });
}

/** Checks that the feed has taken in all its TODO rows. */
async function compareWork(simulation: Simulation, { id, channel }: (typeof FEEDS)[number]): Promise<void> {
  const left = await simulation.services.cloud.todo.oldest(id, 10);
  check(left.length === 0, `no work is left, but ${channel} has TODO rows that nobody will read`, { left });
}

/** What the item of the article should contain, in every document that shows the article. */
export const expectedItem = ({ article, headline, released, changed }: ShownArticle) => ({
  id: articleUri(article),
  title: headline,
  published: toSeconds(released),
  updated: toSeconds(changed),
});

/** The members of a published item that the reference model can predict. Only these are compared. */
export const comparableItem = ({ id, title, published, updated }: ReadItem) => ({
  id,
  title,
  published,
  updated,
});

/**
 * Reads the text of a document, and checks that the gzip copy of the document contains the same text. Undefined if
 * there is no document.
 */
async function documentOf(
  simulation: Simulation,
  feed: FeedId,
  format: FormatName,
): Promise<string | undefined> {
  const { documents } = simulation.services.cloud;
  const { file } = DOCUMENTS[format];
  const plain = await documents.get(objectKeys.document(feed, file));
  const packed = await documents.get(objectKeys.gzipDocument(feed, file));
  const text = plain && Buffer.from(plain).toString('utf8');
  check(text === (packed && gunzipSync(packed).toString('utf8')), `${file} and its gzip copy differ`);
  return text;
}

async function bytesOf(simulation: Simulation): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for (const { id } of FEEDS)
    for (const format of FORMATS) texts.push(await documentOf(simulation, id, format));
  return texts;
}

async function receiptItems(simulation: Simulation): Promise<ReceiptItem[][]> {
  const { receipts } = simulation.services.cloud;
  return Promise.all(
    simulation.submitter.submissions().map(({ receipt }) => receipts.items(receiptIdOf(receipt))),
  );
}
