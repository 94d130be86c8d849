import { feedsOf, hasUnknownFeeds } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { commit } from './commit.ts';
import { invalidateKilled } from './invalidate.ts';
import { loadDocuments, loadEtags, loadHeads } from './load.ts';
import { putDocuments } from './put-documents.ts';
import { leave } from './leave.ts';
import { retire } from './retire.ts';
import type { PublishServices } from './services.ts';
import { settle } from './settle.ts';
import { chooseEntries, entriesToRender, keepingItsArticles } from './rules/manifest.ts';
import { type PlanInput, planLastGood, planPublication, type Publication, type Stop } from './rules/plan.ts';
import { isSameState } from './rules/state.ts';

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
  const { articles, feeds, documents, work, warn } = services;

  // Read the ETags before the state. In the other order, another publisher could put new bytes between the two reads,
  // and the ETags of these bytes would look as if they belonged to the older state.
  const stored = await loadEtags(id, documents);
  const [before, configuration] = await Promise.all([feeds.state(id), services.configuration.current()]);
  const configured = configuration && feedsOf(configuration).find((one) => one.id === id);
  if (configuration !== undefined && configured === undefined && hasUnknownFeeds(configuration))
    return leave({ feed: id, before, stored }, services);
  if (configuration === undefined || configured === undefined)
    return retire({ feed: id, before, stored }, services);
  const feed = keepingItsArticles(configured, before);
  if (feed !== configured)
    warn('the selector is not understood; the feed keeps its articles and gets no new ones', { feed: id });

  // Choose the entries of the next manifest, then load what the plan needs to know about them.
  const now = instantOf(services.now());
  const { heads, due } = await loadHeads({ feed, state: before, touched, now }, articles);
  const entries = chooseEntries(heads.values(), feed, now);
  const contents = await articles.contents(entriesToRender(entries, feed));
  const lossesAllowedUntil = before?.held && (await feeds.lossesReleasedAt(id));

  // Plan the next state and documents. If the guard or the gate stops them, load the feed's last good documents and
  // make a second plan from these documents.
  const input = { feed, state: before, touched, heads, entries, contents, configuration, now };
  const plan = planPublication({ ...input, lossesAllowedUntil, fragments: services.fragments });
  for (const { message, facts, metric } of plan.warnings) warn(message, facts, metric);
  const wanted = plan.ok ? plan.publication : await lastGoodPublication(plan.stop, input, documents);

  // Schedule the due instants before the commit. If publish ends between the two steps, it has scheduled an instant
  // too many, which only causes one unneeded publish. In the other order an instant could be missing, and its article
  // would not enter the feed.
  for (const { article, instant } of due) await work.scheduleDue(instant, article);

  const isUnchanged = before !== undefined && isSameState(before, wanted.state);
  const state = isUnchanged ? before : await commit(id, { state: wanted.state, before }, feeds);
  if (state === 'refused') return 'overtaken';

  const put = await putDocuments(wanted.documents, stored, documents);
  if (put === 'overtaken') return 'overtaken';
  const isSettled = state.settled === state.rev;
  if (isSettled && put === 'in place') return 'done';
  // The rev was settled, but its documents were not in place: somebody wrote to the bucket by hand, or a publisher
  // continued after the timeout of its function (ADR 0010).
  if (isSettled) warn('documents had been overwritten and are in place again', { feed: id });

  await invalidateKilled(feed, state, services);
  return settle(id, state, feeds);
}

async function lastGoodPublication(
  stop: Stop,
  { feed, state, heads, now }: Pick<PlanInput, 'feed' | 'state' | 'heads' | 'now'>,
  documents: PublishServices['documents'],
): Promise<Publication> {
  if (state === undefined) throw new Error(`feed ${feed.id} has no good documents yet: ${stop.reason}`);
  return planLastGood({ feed, state, heads, stop, documents: await loadDocuments(feed.id, documents), now });
}
