import { feedsOf, hasUnknownFeeds } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
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
 * Brings a feed's documents up to date. A publish may end at any step, for example by a crash. The next publish of
 * the feed compares the wanted documents with the stored documents and does what is missing.
 */
export async function publish(message: PublishMessage, services: PublishServices): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await publishOnce(message, services)) === 'done') return;
  }
  throw new Error(`other publishers changed feed ${message.feed} during each of ${ATTEMPTS} attempts`);
}

async function publishOnce(
  { feed: id, articles: touched }: PublishMessage,
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
