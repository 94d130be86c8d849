import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { ArticleContent, Head } from '../../../shared/domain/article.ts';
import type { Feed } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { type Documents, type WantedDocument, wantedDocuments, writeDocuments } from './documents.ts';
import { areLossesAllowed, mustBeHeld, unexplainedLosses } from './guard.ts';
import { imprintOf } from './imprint.ts';
import { inheritedWithdrawals } from './inherited-withdrawals.ts';
import { type FragmentCache, itemsThatFit, renderItems } from './items.ts';
import { lastGoodWithoutRemovals } from './last-good.ts';
import { changeBetween, entriesToRender, killedAmong, updatedOf } from './manifest.ts';
import { stateAfter } from './state.ts';
import type { Warning } from './warning.ts';

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
  /** The contents of the entries that `entriesToRender` returns. */
  contents: ReadonlyMap<ArticleId, ArticleContent>;
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

/** What to commit and what to put. */
export interface Publication {
  state: FeedState;
  documents: WantedDocument[];
}

/** Why the feed is not published with its new contents. Its last good documents stay instead, see `planLastGood`. */
export interface Stop {
  reason: string;
  /** What the feed would hold now. */
  manifest: ManifestEntry[];
  /** Set if the guard holds the feed. */
  held?: NonNullable<FeedState['held']>;
}

export type Plan = Result<{ publication: Publication }, { stop: Stop }> & { warnings: Warning[] };

/** Plans what a feed publishes now. Pure: equal arguments give an equal plan. */
export function planPublication(input: PlanInput): Plan {
  const { feed, state: before, touched, heads, entries, configuration, now } = input;
  const imprint = imprintOf(configuration);
  const material = { ...input, imprint, sources: configuration.sources };
  const { rendered, withheld } = renderItems(entriesToRender(entries, feed), material);
  const items = itemsThatFit(rendered);
  const shown = new Set(items.map(({ article }) => article));
  const manifest = entries.map((entry) => ({ ...entry, shown: shown.has(entry.article) }));
  const warnings: Warning[] = withheld.length === 0 ? [] : [notRendered(feed, withheld)];

  const lost = unexplainedLosses({ before, manifest, withheld, heads, feed, now });
  if (mustBeHeld(before, lost) && !areLossesAllowed(before, input.lossesAllowedUntil)) {
    const held = { since: before?.held?.since ?? now, lost };
    const stop = { reason: 'the guard holds the feed', manifest, held };
    return { ok: false, stop, warnings: [...warnings, feedHeld(feed, lost)] };
  }

  const change = changeBetween(before?.manifest ?? [], manifest);
  const updated = updatedOf({ before, change, heads, feed, now });
  const written = writeDocuments({ feed, items, updated, imprint });
  if (!written.ok) {
    const { reason } = written;
    return { ok: false, stop: { reason, manifest }, warnings: [...warnings, stoppedAtGate(feed, reason)] };
  }

  const documents = wantedDocuments(feed.id, written.documents);
  const inherited = inheritedWithdrawals({ feed, touched, before, heads, now });
  const removed = [...change.removed, ...inherited];
  const logged = { at: now, ...change, removed, ...killedAmong(removed, heads, now), withheld };
  const state = stateAfter(before, { manifest, documents, change: logged, inherited, updated });
  return { ok: true, publication: { state, documents }, warnings };
}

export interface LastGoodPlanInput {
  feed: Feed;
  state: FeedState;
  heads: ReadonlyMap<ArticleId, Head>;
  stop: Stop;
  /** The feed's documents as they are stored. */
  documents: Documents;
  now: Instant;
}

/** Plans what a stopped feed publishes: its last good documents without the items that may no longer be shown. Pure. */
export function planLastGood({ feed, state, heads, stop, documents, now }: LastGoodPlanInput): Publication {
  const kept = stop.held?.lost ?? [];
  const lastGood = lastGoodWithoutRemovals({ before: state, manifest: stop.manifest, kept, documents });
  const { manifest, removed } = lastGood;
  const wanted = wantedDocuments(feed.id, lastGood.documents);
  const change = {
    at: now,
    added: [],
    changed: [],
    removed,
    ...killedAmong(removed, heads, now),
    withheld: [],
  };
  const { held } = stop;
  const next = { manifest, documents: wanted, change, inherited: [], updated: state.updated };
  return {
    state: stateAfter(state, { ...next, ...(held !== undefined && { held }) }),
    documents: wanted,
  };
}

const notRendered = ({ id }: Feed, withheld: { article: ArticleId; reason: string }[]): Warning => ({
  message: 'articles cannot be rendered and are left out of a feed',
  facts: { feed: id, withheld },
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
