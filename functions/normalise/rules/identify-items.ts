import type { Envelope } from '../../../shared/contract/messages.ts';
import { articleId, type ArticleId, idProblem } from '../../../shared/domain/identity.ts';
import type { Rejection } from '../../../shared/domain/outcome.ts';
import { type Draft, rejected } from '../../../shared/reading/draft/draft.ts';
import { identify } from '../../../shared/reading/finish/identify.ts';
import {
  type ErasedItem,
  isErasedItem,
  type RemainingItem,
} from '../../../shared/reading/finish/redaction.ts';

/** Names the article that an item contains or that a decision is about. */
export interface Identity {
  article: ArticleId;
  source: string;
  declaredId: string;
}

/**
 * Like `Identity`, but the declared id may be missing: an erasure removes it, and `article` names the article alone.
 */
export type KnownIdentity = Omit<Identity, 'declaredId'> & Partial<Pick<Identity, 'declaredId'>>;

/** An item of a submission, with the article that it names. */
export type IdentifiedItem =
  | { kind: 'draft'; draft: Draft; identity: Identity }
  | { kind: 'refused'; rejection: Rejection; identity?: Identity }
  | { kind: 'erased'; erased: ErasedItem };

/**
 * The items of one submission with their identities. An id in the address of the request is the id of the
 * item only if the submission has a single item. A draft whose id cannot be used becomes a refusal (FIELD_ID).
 */
export function identifyItems(
  items: readonly RemainingItem[],
  { source, declaredId }: Pick<Envelope, 'source' | 'declaredId'>,
): IdentifiedItem[] {
  const requested = items.length === 1 ? declaredId : undefined;
  return items.map((item) => identifyItem(item, source, requested));
}

function identifyItem(item: RemainingItem, source: string, requested: string | undefined): IdentifiedItem {
  if (isErasedItem(item)) return { kind: 'erased', erased: item };
  if (!item.ok) {
    const named = requested ?? item.declaredId;
    const refused = { kind: 'refused', rejection: item.rejection } as const;
    return named === undefined
      ? refused
      : { ...refused, identity: identityOf(named.normalize('NFC'), source) };
  }
  const { declaredId, notes } = identify(item.draft, requested);
  const identity = identityOf(declaredId, source);
  const problem = idProblem(declaredId);
  return problem === undefined
    ? { kind: 'draft', draft: { ...item.draft, notes }, identity }
    : { kind: 'refused', rejection: rejected('FIELD_ID', problem).rejection, identity };
}

function identityOf(declaredId: string, source: string): Identity {
  return { article: articleId(source, declaredId), source, declaredId };
}
