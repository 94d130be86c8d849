import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type { Head } from '../../shared/domain/article.ts';
import type { Feed } from '../../shared/domain/feed.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { mayStayIn } from '../../shared/domain/lifecycle.ts';
import { loadStored } from './load-stored.ts';
import { finish, type InForce, putInForce } from './put-in-force.ts';
import { imprintOf } from './rules/imprint.ts';
import { lastGood } from './rules/last-good.ts';
import { shownArticles } from './rules/manifest.ts';
import { holdWithout, leavingArticles, manifestWithout } from './rules/removals.ts';
import { isSameState } from './rules/state.ts';
import type { PublishServices } from './services.ts';

export interface RemoveFirstInput {
  feed: Feed;
  configuration: StoredConfiguration;
  inForce: InForce;
  /** The newest heads of the articles in the manifest. */
  heads: ReadonlyMap<ArticleId, Head>;
  now: Instant;
}

/**
 * Removes from a feed's documents what may not show any more, as a rev of its own, before anything else is done
 * (ADR 0018). It reads only the stored documents: no contents, no revisions, and it renders nothing. Then the full
 * publication may take its time, fail or be stopped; what had to leave has left.
 *
 * Normally nothing has to leave, and this function makes no call. If the stored documents are not those of the state,
 * a publisher has stopped between its commit and its last PUT, or somebody has changed them. They may then show what
 * the state does not name, so they are read and every item in them is checked. If the state in force is itself a
 * removal that was not finished, its documents are put, its copies are invalidated and it is settled.
 */
export async function removeFirst(
  { feed, configuration, inForce, heads, now }: RemoveFirstInput,
  services: PublishServices,
): Promise<InForce | 'overtaken'> {
  const { state, stored } = inForce;
  // A feed without documents shows nothing. Its first publisher may have stopped between its commit and its first PUT.
  const hasDocuments = [...stored.values()].some((etag) => etag !== undefined);
  if (state === undefined || !hasDocuments) return inForce;
  const leaving = leavingArticles({ state, heads, feed, now });
  const areCommitted = [...stored].every(([key, etag]) => etag === state.documents[key]);
  if (leaving.size === 0 && areCommitted) {
    const isDone = state.settled === state.rev || (await finish(feed, state, services)) === 'done';
    return isDone ? { stored, state: { ...state, settled: state.rev } } : 'overtaken';
  }

  const { items, articles: inDocuments } = await loadStored(
    { feed: feed.id, state, stored },
    services.documents,
  );
  const known = await withHeadsOf(inDocuments, heads, services);
  const kept = new Set(shownArticles(state.manifest).filter((article) => !leaving.has(article)));
  const stays = (article: ArticleId): boolean =>
    kept.has(article) || mayStayIn(known.get(article), feed, now);
  const held = holdWithout(leaving, state);
  const { publication: wanted, warnings } = lastGood({
    feed,
    before: state,
    heads: known,
    manifest: manifestWithout(leaving, { state, heads: known, feed, now }),
    stays,
    stored: items,
    imprint: imprintOf(configuration),
    ...(held !== undefined && { held }),
    ...(state.stopped !== undefined && { stopped: state.stopped }),
    now,
  });
  const mustLeave = leaving.size > 0 || ![...inDocuments].every(stays);
  if (!mustLeave && !isSameState(state, wanted.state)) return inForce;
  for (const { message, facts } of warnings) services.warn(message, facts);
  return putInForce(feed, inForce, { wanted, services });
}

/** `heads`, and the heads of other articles that the stored documents show. */
async function withHeadsOf(
  inDocuments: ReadonlySet<ArticleId>,
  heads: ReadonlyMap<ArticleId, Head>,
  { articles }: PublishServices,
): Promise<ReadonlyMap<ArticleId, Head>> {
  const unknown = [...inDocuments].filter((article) => !heads.has(article));
  if (unknown.length === 0) return heads;
  return new Map([...heads, ...(await articles.readableHeads(unknown)).found]);
}
