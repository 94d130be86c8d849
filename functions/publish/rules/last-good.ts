import { FORMATS } from '../../../shared/domain/feed.ts';
import { type ArticleId, articleUri } from '../../../shared/domain/identity.ts';
import type { FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import { formats } from '../../../shared/formats/registry.ts';
import type { Documents } from './documents.ts';
import { shownArticles } from './manifest.ts';

export interface LastGood {
  manifest: ManifestEntry[];
  removed: ArticleId[];
  documents: Documents;
}

export interface LastGoodInput {
  before: FeedState;
  /** What the feed would hold now. */
  manifest: readonly ManifestEntry[];
  /**
   * Articles that stay although the manifest no longer has them: the losses of a held feed, which the guard keeps.
   */
  kept: readonly ArticleId[];
  /** The documents as they are stored. */
  documents: Documents;
}

/**
 * The feed's last good documents without the items that may no longer be shown. Nothing is rendered, so a removal
 * never waits for an item that cannot be rendered. New items of `manifest` wait in the reserve.
 *
 * An item stays only if `manifest` or `kept` has it. What `before` lists as removed is not used, because a publisher
 * may have stopped after its commit and before it put its documents.
 */
export function lastGoodWithoutRemovals({ before, manifest, kept, documents }: LastGoodInput): LastGood {
  const inManifest = new Set(manifest.map(({ article }) => article));
  const isKept = new Set(kept);
  const shown = new Map(
    before.manifest.filter((entry) => entry.shown).map((entry) => [entry.article, entry]),
  );
  const staying = new Set([...inManifest, ...isKept].map(articleUri));
  const removedUris = { has: (uri: string) => !staying.has(uri) };
  const remaining: Partial<Documents> = {};
  for (const name of FORMATS) remaining[name] = formats[name].without(documents[name], removedUris);
  return {
    manifest: [
      ...manifest.map((entry) => shown.get(entry.article) ?? { ...entry, shown: false }),
      ...[...shown.values()].filter(({ article }) => isKept.has(article) && !inManifest.has(article)),
    ],
    removed: shownArticles(before.manifest).filter(
      (article) => !inManifest.has(article) && !isKept.has(article),
    ),
    documents: remaining as Documents,
  };
}
