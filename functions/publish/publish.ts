import { feedsOf } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { commit } from './commit.ts';
import { invalidateKilled } from './invalidate.ts';
import { loadDocuments, loadEtags, loadHeads } from './load.ts';
import { putDocuments } from './put-documents.ts';
import { retire } from './retire.ts';
import type { PublishServices } from './services.ts';
import { settle } from './settle.ts';
import { chooseEntries, entriesToRender } from './rules/manifest.ts';
import { type PlanInput, planLastGood, planPublication, type Publication, type Stop } from './rules/plan.ts';
import { isSameState } from './rules/state.ts';

/** How many times a publish starts again after another publisher has committed or put documents meanwhile. */
const ATTEMPTS = 5;

/**
 * Brings a feed's documents up to date. A publish may stop at any step: the next one compares the wanted documents with
 * the stored ones and does what is missing.
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

  // Read the ETags before the state. Otherwise bytes that another publisher puts in between would look as if they
  // belonged to the state that was read.
  const stored = await loadEtags(id, documents);
  const [before, configuration] = await Promise.all([feeds.state(id), services.configuration.current()]);
  const feed = configuration && feedsOf(configuration).find((one) => one.id === id);
  if (configuration === undefined || feed === undefined)
    return retire({ feed: id, before, stored }, services);

  // Choose the entries, then load what the plan needs to know about them.
  const now = instantOf(services.now());
  const { heads, due } = await loadHeads({ feed, state: before, touched, now }, articles);
  const entries = chooseEntries(heads.values(), feed, now);
  const contents = await articles.contents(entriesToRender(entries, feed));
  const lossesAllowedUntil = before?.held && (await feeds.lossesReleasedAt(id));

  // Plan. If the guard or the gate stops the feed, load its last good documents and make a second plan from them.
  const input = { feed, state: before, touched, heads, entries, contents, configuration, now };
  const plan = planPublication({ ...input, lossesAllowedUntil, fragments: services.fragments });
  for (const { message, facts, metric } of plan.warnings) warn(message, facts, metric);
  const wanted = plan.ok ? plan.publication : await lastGoodPublication(plan.stop, input, documents);

  // Schedule the due instants before the commit. An extra instant only causes one unneeded publish; a missing instant
  // would leave an article out of the feed.
  for (const { article, instant } of due) await work.scheduleDue(instant, article);

  const isUnchanged = before !== undefined && isSameState(before, wanted.state);
  const state = isUnchanged ? before : await commit(id, { state: wanted.state, before }, feeds);
  if (state === 'refused') return 'overtaken';

  const put = await putDocuments(wanted.documents, stored, documents);
  if (put === 'overtaken') return 'overtaken';
  const isSettled = state.settled === state.rev;
  if (isSettled && put === 'in place') return 'done';
  // Somebody wrote to the bucket by hand, or a publisher continued after the timeout of its function (ADR 0010).
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
