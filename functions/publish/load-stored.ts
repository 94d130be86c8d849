import { gunzipSync } from 'node:zlib';
import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, type FormatName, FORMATS } from '../../shared/domain/feed.ts';
import { type ArticleId, articleOfUri, type FeedId } from '../../shared/domain/identity.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import { formats } from '../../shared/formats/registry.ts';
import { itemsIn, itemsOfBoth, type StoredDocument, type StoredItems } from './rules/last-good.ts';
import type { PublishServices } from './services.ts';

/** Documents are smaller than 9 MB. Something larger was not written by publish, and is not unpacked. */
const MAX_UNPACKED_BYTES = 16_000_000;

export interface StoredDocuments {
  items: StoredItems;
  /** Every article that the plain or the compressed copy of any document shows. */
  articles: Set<ArticleId>;
}

export interface StoredInput {
  feed: FeedId;
  state: Pick<FeedState, 'documents'>;
  /** ETags of the stored documents, by key. */
  stored: ReadonlyMap<string, string | undefined>;
}

/**
 * Reads what a feed's documents show as they are stored. The compressed copy of a document is read only if the two
 * copies may differ, because one of them is not the one that the state names.
 */
export async function loadStored(
  { feed, state, stored }: StoredInput,
  documents: Pick<PublishServices['documents'], 'get'>,
): Promise<StoredDocuments> {
  const articles = new Set<ArticleId>();
  const read = FORMATS.map(async (name) => {
    const { file } = DOCUMENTS[name];
    const keys = { plain: objectKeys.document(feed, file), packed: objectKeys.gzipDocument(feed, file) };
    const areCommitted = Object.values(keys).every((key) => stored.get(key) === state.documents[key]);
    const plain = itemsOf(name, await documents.get(keys.plain));
    const packed = areCommitted ? plain : itemsOf(name, await documents.get(keys.packed), unpacked);
    for (const { id } of [...itemsIn(plain), ...itemsIn(packed)]) {
      const article = articleOfUri(id);
      if (article !== undefined) articles.add(article);
    }
    return [name, itemsOfBoth(plain, packed)] as const;
  });
  return { items: Object.fromEntries(await Promise.all(read)) as StoredItems, articles };
}

const unpacked = (bytes: Uint8Array): Uint8Array =>
  gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });

function itemsOf(
  name: FormatName,
  bytes: Uint8Array | undefined,
  unpack = (plain: Uint8Array): Uint8Array => plain,
): StoredDocument {
  if (bytes === undefined) return 'missing';
  try {
    return formats[name].items(Buffer.from(unpack(bytes)).toString('utf8'));
  } catch {
    return 'broken';
  }
}
