import { feedsOf } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { loadContents, loadEtags, loadReleased, loadStoredItems } from './load.ts';
import { type InForce, putInForce } from './put-in-force.ts';
import { removeFirst, type RemoveFirstInput } from './remove-first.ts';
import { retire } from './retire.ts';
import type { PublishServices } from './services.ts';
import { imprintOf } from './rules/imprint.ts';
import { chooseEntries } from './rules/manifest.ts';
import { planLastGood, type PlanInput, planPublication, type Stop } from './rules/plan.ts';
import type { Publication } from './rules/publication.ts';

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
  const { articles, feeds, documents } = services;

  // Read the ETags before the state. In the other order, another publisher could put new bytes between the two reads,
  // and the ETags of these bytes would look as if they belonged to the older state.
  const stored = await loadEtags(id, documents);
  const [state, configuration] = await Promise.all([feeds.state(id), services.configuration.current()]);
  const feed = configuration && feedsOf(configuration).find((one) => one.id === id);
  if (configuration === undefined || feed === undefined)
    return retire({ feed: id, before: state, stored }, services);

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
  const wanted = plan.ok ? plan.publication : await lastGoodPublication(plan.stop, input, services);

  // Schedule the due instants before the commit. If publish ends between the two steps, it has scheduled an instant
  // too many, which only causes one unneeded publish. In the other order an instant could be missing, and its article
  // would not enter the feed.
  for (const { article, instant } of due) await work.scheduleDue(instant, article);
  return putInForce(feed, inForce, { wanted, services });
}

async function lastGoodPublication(
  stop: Stop,
  input: PlanInput,
  { documents, warn }: PublishServices,
): Promise<Publication> {
  const { feed, state } = input;
  if (state === undefined) throw new Error(`feed ${feed.id} has no good documents yet: ${stop.reason}`);
  const stored = await loadStoredItems(feed.id, documents);
  const { publication, warnings } = planLastGood({ ...input, state, stop, stored });
  for (const { message, facts } of warnings) warn(message, facts);
  return publication;
}
