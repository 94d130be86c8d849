import { reasonsOf } from '../../../shared/domain/departure.ts';
import { type ArticleId, hashOfValue } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';
import type { WantedDocument } from './documents.ts';
import { rememberedWithdrawals } from './inherited-withdrawals.ts';
import { shownArticles } from './manifest.ts';

export interface NextState {
  manifest: FeedState['manifest'];
  documents: readonly WantedDocument[];
  change: FeedState['last'];
  /** The articles whose withdrawals the feed inherits with the new rev (glossary: inherit). */
  inherited: readonly ArticleId[];
  updated: Instant | undefined;
  held?: FeedState['held'];
  stopped?: FeedState['stopped'];
}

/** The state that follows `before`. Its documents are not put yet, so `settled` stays as in `before`. */
export function stateAfter(
  before: FeedState | undefined,
  { manifest, documents, change, inherited, updated, held, stopped }: NextState,
): FeedState {
  const withdrawnFor = rememberedWithdrawals(before, inherited);
  return {
    rev: (before?.rev ?? 0) + 1,
    settled: before?.settled ?? 0,
    manifest,
    documents: Object.fromEntries(documents.map(({ key, etag }) => [key, etag])),
    last: change,
    ...(held !== undefined && { held }),
    ...(stopped !== undefined && { stopped }),
    ...(updated !== undefined && { updated }),
    ...(withdrawnFor.length > 0 && { withdrawnFor }),
  };
}

/** Whether two states differ at most in `rev`, `settled` and `last`. Then a commit of `after` is not needed. */
export function isSameState(before: FeedState, after: FeedState): boolean {
  const facts = ({ manifest, documents, updated, held, stopped, withdrawnFor = [] }: FeedState): string =>
    hashOfValue([manifest, documents, updated ?? '', held ?? '', stopped ?? '', withdrawnFor]);
  return facts(before) === facts(after);
}

/** The state of a feed that the configuration no longer has: it holds nothing and has no documents, so there is nothing to hold. */
export function stateOfRetired(
  { held: _held, stopped: _stopped, ...before }: FeedState,
  at: Instant,
): FeedState {
  const removed = shownArticles(before.manifest);
  const reasons = reasonsOf(removed, () => 'feed-removed');
  const last = { at, added: [], changed: [], removed, ...reasons, withheld: [] };
  return { ...before, rev: before.rev + 1, manifest: [], documents: {}, last };
}
