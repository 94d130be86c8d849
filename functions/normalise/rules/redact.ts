import type { RawObject } from '../../../shared/contract/stores.ts';
import { decisionBody } from '../../../shared/contract/messages.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { articleId } from '../../../shared/domain/identity.ts';
import { identify } from '../../../shared/reading/finish/identify.ts';
import {
  isErasedItem,
  type RemainingItem,
  writeRemaining,
} from '../../../shared/reading/finish/redaction.ts';
import { readItems } from './read-items.ts';

export interface Redacted {
  /** What is to stand in the raw bucket instead; undefined: what stands there says nothing of the article. */
  object?: RawObject;
  /** Places of the article's items in the submission. */
  items: number[];
}

/**
 * A submission without an article. Its receipt, its time and the places of its items stay, and so does what else was
 * in it, so that a rebuild gives the same versions of the other articles; of this one only its id is left.
 */
export function redact(object: RawObject, article: string, source: Source): Redacted {
  if (object.envelope.kind === 'decision') return redactDecision(object, article);
  const { envelope } = object;
  const read = readItems(object, source, () => undefined);
  const requested = read.length === 1 ? envelope.declaredId : undefined;
  const remaining = read.map((item) =>
    idOf(item, requested, source.id) === article ? withoutWords(item, article) : item,
  );
  const items = remaining.flatMap((item, at) => (isErasedItem(item) && item.erased === article ? [at] : []));
  if (remaining.every((item, at) => item === read[at])) return { items };
  const { declaredId, ...rest } = envelope;
  const isNamed = declaredId !== undefined && articleId(source.id, declaredId) === article;
  const kept = isNamed || declaredId === undefined ? rest : envelope;
  return { object: { envelope: { ...kept, kind: 'redacted' }, bytes: writeRemaining(remaining) }, items };
}

function idOf(item: RemainingItem, requested: string | undefined, source: string): string | undefined {
  if (isErasedItem(item)) return undefined;
  const declared = item.ok ? identify(item.draft, requested).declaredId : (requested ?? item.declaredId);
  return declared === undefined ? undefined : articleId(source, declared.normalize('NFC'));
}

function withoutWords(item: RemainingItem, article: string): RemainingItem {
  const killed = !isErasedItem(item) && item.ok && item.draft.pubstatus === 'canceled';
  return { erased: article, ...(killed && { killed }) };
}

/** A decision keeps what was decided, when and by whom. The declared id and the reason are words about the article. */
function redactDecision({ envelope, bytes }: RawObject, article: string): Redacted {
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
