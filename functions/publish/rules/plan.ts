import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { ArticleContent, Head } from '../../../shared/domain/article.ts';
import { departureOf, reasonsOf } from '../../../shared/domain/departure.ts';
import type { Feed } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { FeedChange, FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { isAudited, wantedDocuments, writeDocuments } from './documents.ts';
import { areLossesAllowed, mustBeHeld, unexplainedLosses } from './guard.ts';
import { imprintOf } from './imprint.ts';
import { inheritedWithdrawals, withdrawalsToRemember } from './inherited-withdrawals.ts';
import { type FragmentCache, itemsThatFit, renderItems, withheldFor } from './items.ts';
import { lastGood, type StoredItems } from './last-good.ts';
import {
  changeBetween,
  killedAmong,
  manifestFrom,
  MAX_FAILED,
  shownArticles,
  updatedOf,
} from './manifest.ts';
import type { Publication } from './publication.ts';
import { stateAfter } from './state.ts';
import type { Warning } from './warning.ts';

/** The most characters of a reason that the state keeps, because the size of its row is limited. */
const MAX_REASON = 500;

export interface PlanInput {
  feed: Feed;
  /** The state in force; undefined before the first commit. */
  state: FeedState | undefined;
  /** Articles that may have changed. */
  touched: readonly ArticleId[];
  /** The heads, with the delay of the feed applied (delayed-heads.ts). */
  heads: ReadonlyMap<ArticleId, Head>;
  /** The entries that `chooseEntries` chose from these heads. */
  entries: readonly ManifestEntry[];
  /** The contents of these entries, as far as `renderItems` asks for them. */
  contents: ReadonlyMap<ArticleId, ArticleContent>;
  /** Why an article cannot be read: its head, its contents or one of its revisions. */
  unreadable: ReadonlyMap<ArticleId, string>;
  configuration: StoredConfiguration;
  /**
   * A person allowed the losses of holds that began at or before this instant. Undefined if nobody did. See
   * `areLossesAllowed`.
   */
  lossesAllowedUntil: string | undefined;
  /** A cache of rendered items. With an empty cache the plan is the same. */
  fragments: FragmentCache;
  now: Instant;
}

/** Why the feed is not published with its new contents. Its last good documents stay instead, see `planLastGood`. */
export interface Stop {
  reason: string;
  /** What the feed would hold now. */
  manifest: ManifestEntry[];
  /** Set if the guard holds the feed. */
  held?: NonNullable<FeedState['held']>;
  /** Set if the gate stopped the new documents. */
  stopped?: NonNullable<FeedState['stopped']>;
}

export type Plan = Result<{ publication: Publication }, { stop: Stop }> & { warnings: Warning[] };

/** Plans what a feed publishes now. Pure: equal arguments give an equal plan. */
export function planPublication(input: PlanInput): Plan {
  const { feed, state: before, touched, heads, configuration, now } = input;
  const imprint = imprintOf(configuration);
  const result = renderItems(input.entries, { ...input, imprint, sources: configuration.sources });
  const [notLoaded] = result.next;
  if (notLoaded !== undefined) throw new Error(`the contents of article ${notLoaded.article} are not loaded`);
  const items = itemsThatFit(result.rendered);
  const unknown = unreadableWithoutEntry(input);
  const withheld = [...unknown, ...result.withheld];
  const tried = {
    shown: new Set(items.map(({ article }) => article)),
    failed: new Set(withheld.map(({ article }) => article)),
  };
  // An article that was in the manifest and cannot be read stays in it, so that it is tried again.
  const isUnknown = new Set(unknown.map(({ article }) => article));
  const remembered = (before?.manifest ?? []).filter(({ article }) => isUnknown.has(article));
  const manifest = manifestFrom([...input.entries, ...remembered], tried, feed);
  const warnings: Warning[] = withheld.length === 0 ? [] : [leftOut(feed, withheld)];

  const { lost, count } = unexplainedLosses({ before, manifest, withheld, heads, feed, now });
  if (mustBeHeld(before, count) && !areLossesAllowed(before, input.lossesAllowedUntil)) {
    const held = { since: before?.held?.since ?? now, lost };
    const stop = { reason: 'the guard holds the feed', manifest, held };
    return { ok: false, stop, warnings: [...warnings, feedHeld(feed, lost)] };
  }

  const change = changeBetween(before?.manifest ?? [], manifest);
  const updated = updatedOf({ before, change, heads, feed, now });
  const written = writeDocuments({ feed, items, updated, imprint, audited: isAudited(before) });
  if (!written.ok) {
    const { reason } = written;
    const stopped = { since: before?.stopped?.since ?? now, reason: reason.slice(0, MAX_REASON) };
    return {
      ok: false,
      stop: { reason, manifest, stopped },
      warnings: [...warnings, stoppedAtGate(feed, reason)],
    };
  }

  const documents = wantedDocuments(feed.id, written.documents);
  const inherited = inheritedWithdrawals({ feed, touched, before, heads, now });
  const own = withdrawalsToRemember({ feed, removed: change.removed, before, heads, now });
  const removed = [...change.removed, ...inherited];
  const logged = {
    at: now,
    ...change,
    removed,
    ...killedAmong(removed, heads, now),
    ...reasonsOf(removed, (article) =>
      departureOf(heads.get(article), { feed, failed: tried.failed.has(article) }, now),
    ),
    withheld: withheld.slice(0, MAX_FAILED),
  };
  const next = { manifest, documents, change: logged, inherited: [...own, ...inherited], updated };
  return { ok: true, publication: { state: stateAfter(before, next), documents }, warnings };
}

/** The articles that cannot be read and so have no entry: their head or an earlier revision is broken. */
function unreadableWithoutEntry({ entries, unreadable }: PlanInput): FeedChange['withheld'] {
  const known = new Set(entries.map(({ article }) => article));
  return [...unreadable]
    .filter(([article]) => !known.has(article))
    .map(([article, reason]) => withheldFor(article, reason));
}

export interface LastGoodPlanInput extends Pick<PlanInput, 'feed' | 'heads' | 'configuration' | 'now'> {
  state: FeedState;
  stop: Stop;
  /** The items of the feed's documents as they are stored. */
  stored: StoredItems;
}

/**
 * Plans what a stopped feed publishes: its last good documents without the items that may no longer be shown. New
 * items wait in the reserve. Pure.
 */
export function planLastGood(input: LastGoodPlanInput): ReturnType<typeof lastGood> {
  const { state: before, stop, configuration } = input;
  const { held, stopped } = stop;
  const shown = new Map(
    before.manifest.filter((entry) => entry.shown).map((entry) => [entry.article, entry]),
  );
  const known = new Set(stop.manifest.map(({ article }) => article));
  const kept = new Set(held?.lost);
  const manifest = [
    ...stop.manifest.map((entry) => shown.get(entry.article) ?? { ...entry, shown: false }),
    ...[...shown.values()].filter(({ article }) => kept.has(article) && !known.has(article)),
  ];
  const staying = new Set(shownArticles(manifest));
  return lastGood({
    ...input,
    before,
    manifest,
    stays: (article) => staying.has(article),
    imprint: imprintOf(configuration),
    ...(held !== undefined && { held }),
    ...(stopped !== undefined && { stopped }),
  });
}

const leftOut = ({ id }: Feed, withheld: FeedChange['withheld']): Warning => ({
  message: 'articles cannot be read or rendered and are left out of a feed',
  facts: { feed: id, articles: withheld.length, withheld: withheld.slice(0, MAX_FAILED) },
});

const feedHeld = ({ id }: Feed, lost: readonly ArticleId[]): Warning => ({
  message: 'a feed is held: too many items would disappear at once',
  facts: { feed: id, lost: lost.length },
  metric: 'FeedsHeld',
});

const stoppedAtGate = ({ id }: Feed, reason: string): Warning => ({
  message: 'the gate stopped a feed: its last good documents stay',
  facts: { feed: id, reason },
  metric: 'GateStops',
});
