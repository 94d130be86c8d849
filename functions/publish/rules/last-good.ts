import type { Head } from '../../../shared/domain/article.ts';
import { type Feed, type FormatName, FORMATS } from '../../../shared/domain/feed.ts';
import { type ArticleId, articleOfUri } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import type { WrittenItem } from '../../../shared/formats/format.ts';
import {
  type DocumentFacts,
  type Documents,
  languageOf,
  wantedDocuments,
  writeDocument,
} from './documents.ts';
import type { Imprint } from './imprint.ts';
import { withdrawalsToRemember } from './inherited-withdrawals.ts';
import { changeBetween, killedAmong, shownArticles, updatedOf } from './manifest.ts';
import type { Publication } from './publication.ts';
import { stateAfter } from './state.ts';
import type { Warning } from './warning.ts';

/** The items of a feed's stored documents; undefined for a document that cannot be parsed. */
export type StoredItems = Record<FormatName, readonly StoredItem[] | undefined>;

export interface StoredItem extends WrittenItem {
  /** Set if the plain and the compressed copy of the document differ in this item. */
  differs?: true;
}

/**
 * The items of the plain copy of a document, with a mark where the compressed copy differs. A publisher that was stopped
 * may have put one of the two copies and not the other. Then one copy has a correction and the other has the text
 * before it, and nobody can tell which is which. A copy that is missing or broken has no item. `packed` is undefined if
 * the compressed copy is known to be equal.
 */
export function compareCopies(
  plain: readonly WrittenItem[] | undefined,
  packed: readonly WrittenItem[] | undefined,
): readonly StoredItem[] | undefined {
  if (plain === undefined || packed === undefined) return plain;
  const texts = new Map(packed.map(({ id, text }) => [id, text]));
  return plain.map((item) => (texts.get(item.id) === item.text ? item : { ...item, differs: true }));
}

export interface LastGoodInput {
  feed: Feed;
  before: FeedState;
  heads: ReadonlyMap<ArticleId, Head>;
  /** What the feed holds next. It shows nothing that `before` does not show. */
  manifest: readonly ManifestEntry[];
  /** Whether the item of this article may stay in the documents. */
  stays: (article: ArticleId) => boolean;
  stored: StoredItems;
  imprint: Imprint;
  held?: FeedState['held'];
  now: Instant;
}

/**
 * The stored documents without the items that may not stay, as the next publication of the feed. Nothing is rendered
 * and no contents are needed: the items that stay are the texts in the stored documents. So a removal never waits for
 * an article that cannot be read or rendered.
 *
 * What `before` lists as removed is not used, because a publisher may have stopped after its commit and before it put
 * its documents. A document that is missing, or that cannot be parsed, is written without any item: in doubt it must not
 * keep an item that has to leave. The next full publication fills it again.
 */
export function lastGood(input: LastGoodInput): { publication: Publication; warnings: Warning[] } {
  const { feed, before, heads, manifest, imprint, held, now } = input;
  const change = changeBetween(before.manifest, manifest);
  const updated = updatedOf({ before, change, heads, feed, now });
  const languages = shownArticles(manifest).flatMap(
    (article) => heads.get(article)?.current?.facts.language ?? [],
  );
  const facts = { feed, imprint, updated, language: languageOf(feed, languages) };
  const remaining: Partial<Documents> = {};
  const emptied: FormatName[] = [];
  for (const name of FORMATS) {
    const document = withItems(name, remainingItems(name, input), facts);
    remaining[name] = document ?? withoutItems(name, facts);
    // Before the first rev is settled, a document may not have been put yet.
    const stored = input.stored[name];
    const isBroken =
      stored === undefined || (before.settled > 0 && !stored.some(({ differs }) => differs === true));
    if (document === undefined && isBroken) emptied.push(name);
  }
  const areBroken = emptied.length > 0 && manifest.some(({ shown }) => shown);
  const documents = wantedDocuments(feed.id, remaining as Documents);
  const { removed } = change;
  const { withheld } = before.last;
  const last = { at: now, added: [], changed: [], removed, ...killedAmong(removed, heads, now), withheld };
  const inherited = withdrawalsToRemember({ feed, removed, before, heads, now });
  const next = { manifest: [...manifest], documents, change: last, inherited, updated };
  return {
    publication: { state: stateAfter(before, { ...next, ...(held && { held }) }), documents },
    warnings: areBroken ? [writtenWithoutItems(feed, emptied)] : [],
  };
}

/**
 * The texts of the items that stay. Where the two copies of a document differ, neither text is used: whoever read the
 * copy with a correction must not get the earlier text again. The full publication writes the item.
 */
function remainingItems(
  name: FormatName,
  { stored, stays }: Pick<LastGoodInput, 'stored' | 'stays'>,
): string[] {
  return (stored[name] ?? []).flatMap(({ id, text, differs }) => {
    const article = articleOfUri(id);
    return article !== undefined && differs !== true && stays(article) ? [text] : [];
  });
}

/** The document with these items; undefined if there are none, or if somebody changed them and the gate stops them. */
function withItems(name: FormatName, items: readonly string[], facts: DocumentFacts): string | undefined {
  const written = items.length === 0 ? undefined : writeDocument(name, items, facts);
  return written?.ok === true ? written.document : undefined;
}

function withoutItems(name: FormatName, facts: DocumentFacts): string {
  const written = writeDocument(name, [], facts);
  if (written.ok) return written.document;
  throw new Error(`the ${name} document without items does not pass the gate: ${written.reason}`);
}

const writtenWithoutItems = ({ id }: Feed, formats: readonly FormatName[]): Warning => ({
  message: 'stored documents are missing or broken and are written without items until the feed is published',
  facts: { feed: id, formats },
});
