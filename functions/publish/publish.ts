import { feedsOf, hasUnknownFeeds } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { leave } from './leave.ts';
import { loadContents, loadEtags, loadReleased } from './load.ts';
import { loadStored } from './load-stored.ts';
import { type InForce, putInForce } from './put-in-force.ts';
import { removeFirst, type RemoveFirstInput } from './remove-first.ts';
import { retire } from './retire.ts';
import type { PublishServices } from './services.ts';
import { imprintOf } from './rules/imprint.ts';
import { chooseEntries, keepingItsArticles } from './rules/manifest.ts';
import { planLastGood, type PlanInput, planPublication, type Stop } from './rules/plan.ts';
import type { Publication } from './rules/publication.ts';

/**
 * The most attempts of one publish. If another publisher commits or puts documents during an attempt, publish starts
 * again.
 */
const ATTEMPTS = 5;

/**
 * A round takes in at most this many TODO rows, of at most 20 articles each, so that time and memory are bounded.
 */
const ROWS_PER_ROUND = 100;
/** Another round starts only if the function has at least this much time left. */
const ROUND_MILLISECONDS = 8_000;

/**
 * Takes in what a feed's TODO rows say, and removes exactly the rows that were read. A publish may end at any step, for
 * example by a crash: the rows stay until the feed is settled, and the message or the tick comes again (ADR 0017).
 */
export async function publish(
  { feed, articles, wakeUp }: PublishMessage,
  services: PublishServices,
  remainingMilliseconds: () => number,
): Promise<void> {
  const { todo, wakeUps, work, now, newId } = services;
  // Begin before the rows are read. A row that is written after the read then causes another wake-up.
  const publisher = { feed, token: newId() };
  const begun = await wakeUps.begin(publisher, { at: instantOf(now()), wakeUp });
  let isAsked = wakeUp === undefined;
  for (;;) {
    const rows = await todo.oldest(feed, ROWS_PER_ROUND);
    const touched = new Set([...articles, ...rows.flatMap((row) => row.articles)]);
    if (isAsked || rows.length > 0) await bringUpToDate({ feed, articles: [...touched] }, services);
    isAsked = false;
    await todo.remove(rows);
    if (rows.length < ROWS_PER_ROUND) break;
    // The next tick finds this row and wakes the feed, which goes on with its other TODO rows.
    if (remainingMilliseconds() < ROUND_MILLISECONDS)
      return work.scheduleDue(instantOf(now()), feedSubject(feed));
  }
  if (begun === 'written') await wakeUps.clear(publisher);
}

/** A feed, and the articles that may have changed in it. */
type TouchedFeed = Pick<PublishMessage, 'feed' | 'articles'>;

/**
 * Brings a feed's documents up to date. If a publisher ends in the middle, the next one compares the wanted documents
 * with the stored documents and does what is missing.
 */
async function bringUpToDate(change: TouchedFeed, services: PublishServices): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await publishOnce(change, services)) === 'done') return;
  }
  throw new Error(`other publishers changed feed ${change.feed} during each of ${ATTEMPTS} attempts`);
}

async function publishOnce(
  { feed: id, articles: touched }: TouchedFeed,
  services: PublishServices,
): Promise<'done' | 'overtaken'> {
  const { articles, feeds, documents, warn } = services;

  // Read the ETags before the state. In the other order, another publisher could put new bytes between the two reads,
  // and the ETags of these bytes would look as if they belonged to the older state.
  const stored = await loadEtags(id, documents);
  const [state, configuration] = await Promise.all([feeds.state(id), services.configuration.current()]);
  const configured = configuration && feedsOf(configuration).find((one) => one.id === id);
  if (configuration !== undefined && configured === undefined && hasUnknownFeeds(configuration))
    return leave({ feed: id, before: state, stored }, services);
  if (configuration === undefined || configured === undefined)
    return retire({ feed: id, before: state, stored }, services);
  const feed = keepingItsArticles(configured, state);
  if (feed !== configured)
    warn('the selector is not understood; the feed keeps its articles and gets no new ones', { feed: id });

  const now = instantOf(services.now());
  const held = state?.manifest.map(({ article }) => article) ?? [];
  const { found: heads, unreadable } = await articles.readableHeads([...held, ...touched]);
  const known = { feed, configuration, heads, now };
  const inForce = await removeFirst({ ...known, inForce: { state, stored } }, services);
  if (inForce === 'overtaken') return 'overtaken';
  const published = await publishAll({ ...known, inForce, touched, unreadable }, services);
  return published === 'overtaken' ? 'overtaken' : 'done';
}

interface PublishAllInput extends RemoveFirstInput {
  touched: readonly ArticleId[];
  /** Why a head cannot be decoded, by article. */
  unreadable: ReadonlyMap<ArticleId, string>;
}

/** Publishes what the feed should show now. Everything here may fail: what had to leave has left. */
async function publishAll(
  { feed, configuration, inForce, heads: newest, touched, unreadable: broken, now }: PublishAllInput,
  services: PublishServices,
): Promise<InForce | 'overtaken'> {
  const { articles, feeds, work, warn, fragments } = services;
  const { state } = inForce;

  // Choose what the feed may hold, then load what the plan needs to know about it.
  const { heads, due, unreadable } = await loadReleased(newest, { feed, now }, articles);
  const entries = chooseEntries(heads.values(), feed, now);
  const material = {
    feed,
    heads,
    sources: configuration.sources,
    imprint: imprintOf(configuration),
    fragments,
  };
  const unread = new Map([...broken, ...unreadable]);
  const contents = await loadContents(entries, { ...material, unreadable: unread }, articles);
  const lossesAllowedUntil = state?.held && (await feeds.lossesReleasedAt(feed.id));

  // Plan the next state and documents. If the guard or the gate stops them, load the feed's last good documents and
  // make a second plan from these documents.
  const input: PlanInput = {
    ...{ feed, state, touched, heads, entries, configuration, lossesAllowedUntil, fragments, now },
    contents: contents.found,
    unreadable: contents.unreadable,
  };
  const plan = planPublication(input);
  for (const { message, facts, metric } of plan.warnings) warn(message, facts, metric);
  const wanted = plan.ok
    ? plan.publication
    : await lastGoodPublication(plan.stop, { ...input, stored: inForce.stored }, services);

  // Schedule the due instants before the commit. If publish ends between the two steps, it has scheduled an instant
  // too many, which only causes one unneeded publish. In the other order an instant could be missing, and its article
  // would not enter the feed.
  for (const { article, instant } of due) await work.scheduleDue(instant, article);
  return putInForce(feed, inForce, { wanted, services });
}

async function lastGoodPublication(
  stop: Stop,
  { stored, ...input }: PlanInput & Pick<InForce, 'stored'>,
  { documents, warn }: PublishServices,
): Promise<Publication> {
  const { feed, state } = input;
  if (state === undefined) throw new Error(`feed ${feed.id} has no good documents yet: ${stop.reason}`);
  const { items } = await loadStored({ feed: feed.id, state, stored }, documents);
  const { publication, warnings } = planLastGood({ ...input, state, stop, stored: items });
  for (const { message, facts } of warnings) warn(message, facts);
  return publication;
}
