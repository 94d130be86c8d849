import { decisionBody } from '../../../shared/contract/messages.ts';
import type { RawObject } from '../../../shared/contract/stores.ts';
import { spellingsOf } from '../../../shared/domain/declared-id.ts';
import { articleId, type ArticleId } from '../../../shared/domain/identity.ts';
import type { Source } from '../../../shared/domain/source.ts';
import {
  isErasedItem,
  type RemainingItem,
  writeRemaining,
} from '../../../shared/reading/finish/redaction.ts';
import { type IdentifiedItem, identifyItems } from './identify-items.ts';
import { readItems } from './read-items.ts';

/** A raw object, and the article of each item as the receipt records it, by the number of the item. */
export interface RecordedObject extends RawObject {
  recorded?: ReadonlyMap<number, ArticleId>;
}

export interface Redacted {
  /** The object that replaces the raw object. Undefined if the raw object contains nothing that must be removed. */
  object?: RawObject;
  /** The numbers of the article's items in the submission, from 0. */
  items: number[];
}

/**
 * Removes an article from a submission. The receipt, the time of receipt, the positions of the items and all other
 * articles stay, so that a rebuild gives the same versions of the other articles. Of the erased article only the id
 * stays.
 */
export function redact(object: RecordedObject, article: ArticleId, source: Source): Redacted {
  if (object.envelope.kind === 'decision') return redactDecision(object, article);
  const { envelope, recorded } = object;
  const { items: read } = readItems(object, source);
  const identified = identifyItems(read, envelope);
  const remaining = read.map((item, at) =>
    articlesOf(identified[at], recorded?.get(at)).includes(article) ? erasedItem(item, article) : item,
  );
  const items = remaining.flatMap((item, at) => (isErasedItem(item) && item.erased === article ? [at] : []));
  if (remaining.every((item, at) => item === read[at])) return { items };
  const { declaredId, ...rest } = envelope;
  const isNamed =
    declaredId !== undefined &&
    (spellingsOf(declaredId).some((id) => articleId(source.id, id) === article) ||
      items.length === read.length);
  const kept = isNamed || declaredId === undefined ? rest : envelope;
  return { object: { envelope: { ...kept, kind: 'redacted' }, bytes: writeRemaining(remaining) }, items };
}

/** The articles that an item may be: the recorded one, or else those of all spellings of its id. */
function articlesOf(item: IdentifiedItem | undefined, recorded: ArticleId | undefined): ArticleId[] {
  if (recorded !== undefined) return [recorded];
  if (item === undefined || item.kind === 'erased' || item.identity === undefined) return [];
  const spellings = item.kind === 'draft' && item.isShared ? [] : (item.spellings ?? []);
  return [item.identity, ...spellings].map(({ article }) => article);
}

function erasedItem(item: RemainingItem, article: ArticleId): RemainingItem {
  const killed = !isErasedItem(item) && item.ok && item.draft.pubstatus === 'canceled';
  return { erased: article, ...(killed && { killed }) };
}

/**
 * Removes from a decision what it says about the article: the declared id and the reason. What was decided, when and
 * by whom stays.
 */
function redactDecision({ envelope, bytes }: RawObject, article: ArticleId): Redacted {
  const { declaredId, ...rest } = envelope;
  if (declaredId === undefined) return { items: [] };
  const { reason: _reason, ...decision } = decisionBody.parse(
    JSON.parse(Buffer.from(bytes).toString('utf8')),
  );
  return {
    object: { envelope: rest, bytes: Buffer.from(JSON.stringify({ ...decision, article })) },
    items: [],
  };
}
