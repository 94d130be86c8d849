import type { Head } from '../../../shared/domain/article.ts';
import { departureOf, reasonsOf } from '../../../shared/domain/departure.ts';
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

/** The items of a stored document; `broken` if it cannot be parsed. */
export type StoredDocument = readonly WrittenItem[] | 'missing' | 'broken';
export type StoredItems = Record<FormatName, StoredDocument>;

/**
 * The items that the plain and the compressed copy of a document show with the same text. A publisher that was stopped
 * may have put one of the two copies and not the other. Then one copy has a correction and the other has the text
 * before it, and nobody can tell which is which. Whoever read the copy with the correction must not get the earlier
 * text again, so neither text is used: the full publication writes the item.
 */
export function itemsOfBoth(plain: StoredDocument, packed: StoredDocument): StoredDocument {
  if (typeof plain === 'string') return plain;
  const texts = new Map(itemsIn(packed).map(({ id, text }) => [id, text]));
  return plain.filter(({ id, text }) => texts.get(id) === text);
}

/** The items of a stored document. One that is missing or broken has none. */
export const itemsIn = (stored: StoredDocument): readonly WrittenItem[] =>
  typeof stored === 'string' ? [] : stored;

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
  stopped?: FeedState['stopped'];
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
  const { feed, before, heads, manifest, stays, imprint, held, stopped, now } = input;
  const change = changeBetween(before.manifest, manifest);
  const updated = updatedOf({ before, change, heads, feed, now });
  const languages = shownArticles(manifest).flatMap(
    (article) => heads.get(article)?.current?.facts.language ?? [],
  );
  const facts = { feed, imprint, updated, language: languageOf(feed, languages) };
  const remaining: Partial<Documents> = {};
  const emptied: FormatName[] = [];
  for (const name of FORMATS) {
    const stored = input.stored[name];
    const kept = remainingItems(stored, stays);
    const document = withItems(name, kept, facts);
    remaining[name] = document ?? withoutItems(name, facts);
    // Before the first rev is settled, a document may not have been put yet.
    const isMissing = stored === 'missing' && before.settled > 0;
    const isStopped = kept.length > 0 && document === undefined;
    if (stored === 'broken' || isMissing || isStopped) emptied.push(name);
  }
  const areBroken = emptied.length > 0 && manifest.some(({ shown }) => shown);
  const documents = wantedDocuments(feed.id, remaining as Documents);
  const { removed } = change;
  const { withheld } = before.last;
  const killed = killedAmong(removed, heads, now);
  const reasons = reasonsOf(removed, (article) =>
    departureOf(heads.get(article), { feed, failed: false }, now),
  );
  const last = { at: now, added: [], changed: [], removed, ...killed, ...reasons, withheld };
  const inherited = withdrawalsToRemember({ feed, removed, before, heads, now });
  const next = { manifest: [...manifest], documents, change: last, inherited, updated };
  return {
    publication: {
      state: stateAfter(before, { ...next, ...(held && { held }), ...(stopped && { stopped }) }),
      documents,
    },
    warnings: areBroken ? [writtenWithoutItems(feed, emptied)] : [],
  };
}

/** The texts of the items that stay. */
function remainingItems(stored: StoredDocument, stays: LastGoodInput['stays']): string[] {
  return itemsIn(stored).flatMap(({ id, text }) => {
    const article = articleOfUri(id);
    return article !== undefined && stays(article) ? [text] : [];
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
