import { objectKeys } from '../../shared/contract/keys.ts';
import type { DocumentStore } from '../../shared/contract/stores.ts';
import { DOCUMENTS, type Feed, FORMATS } from '../../shared/domain/feed.ts';
import { articleUri } from '../../shared/domain/identity.ts';
import type { FeedState, ManifestEntry } from '../../shared/domain/manifest.ts';
import { formats } from '../../shared/formats/registry.ts';
import type { Documents } from './rules/documents.ts';

export interface LastGood {
  manifest: ManifestEntry[];
  removed: string[];
  documents: Documents;
}

/**
 * The feed's last good documents minus what may no longer show, without rendering anything: a removal never waits for
 * rendering. Items of `manifest` that do not stand in them yet wait in the reserve; `kept` stay although the manifest
 * has lost them. Nothing else stays, whatever the state says was removed: a publisher may have ended between its
 * commit and its documents.
 */
export async function lastGood(
  feed: Feed,
  manifest: readonly ManifestEntry[],
  kept: ReadonlySet<string>,
  before: FeedState,
  store: DocumentStore,
): Promise<LastGood> {
  const known = new Set(manifest.map(({ article }) => article));
  const shown = new Map(
    before.manifest.filter((entry) => entry.shown).map((entry) => [entry.article, entry]),
  );
  const removed = [...shown.keys()].filter((article) => !known.has(article) && !kept.has(article));
  const stays = new Set([...known, ...kept].map(articleUri));
  const gone = { has: (uri: string) => !stays.has(uri) };
  const documents: Partial<Documents> = {};
  for (const name of FORMATS) {
    const bytes = await store.get(objectKeys.document(feed.id, DOCUMENTS[name].file));
    if (bytes === undefined) throw new Error(`feed ${feed.id} has lost its ${name} document`);
    documents[name] = formats[name].without(Buffer.from(bytes).toString('utf8'), gone);
  }
  return {
    manifest: [
      ...manifest.map((entry) => shown.get(entry.article) ?? { ...entry, shown: false }),
      ...[...shown.values()].filter(({ article }) => kept.has(article) && !known.has(article)),
    ],
    removed,
    documents: documents as Documents,
  };
}
