import type { Envelope } from '../../../shared/contract/messages.ts';
import type { Revision } from '../../../shared/domain/article.ts';
import { hashOfValue } from '../../../shared/domain/identity.ts';
import { notAfter, versionStamp } from '../../../shared/domain/order.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { Draft } from '../../../shared/reading/draft/draft.ts';
import type { Identity } from './identify-items.ts';

/** Where an item comes from: its submission, its raw object, its source, and its position in the submission. */
export interface ItemOrigin {
  envelope: Envelope;
  rawKey: string;
  source: Source;
  item: number;
}

/** The draft with the territory of its source, if the article itself states no territory. */
export function withSourceTerritory(draft: Draft, { territory }: Source): Draft {
  if (territory === undefined || draft.content.territory !== undefined) return draft;
  return { ...draft, content: { ...draft.content, territory } };
}

/** The revision that a draft becomes. An article with `pubstatus` canceled gets no revision: it is a kill. */
export function revisionOf(
  draft: Draft & { pubstatus: Revision['pubstatus'] },
  identity: Identity,
  { envelope: { receivedAt, receipt }, rawKey, source, item }: ItemOrigin,
): Revision {
  const { versioncreated, declaredVersion } = draft;
  const stamp = {
    receivedAt,
    receipt,
    item,
    ...(versioncreated !== undefined && { versioncreated }),
    ...(declaredVersion !== undefined && { declaredVersion }),
  };
  return {
    ...identity,
    version: versionStamp(source.order, stamp),
    contentHash: hashOfValue(draft.content),
    pubstatus: draft.pubstatus,
    ...(draft.doubt !== undefined && { doubt: draft.doubt }),
    receivedAt,
    versioncreated: notAfter(versioncreated ?? receivedAt, receivedAt),
    receipt,
    rawKey,
    removed: draft.removed,
    notes: draft.notes,
  };
}
