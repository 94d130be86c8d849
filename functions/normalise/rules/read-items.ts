import type { RawObject } from '../../../shared/contract/stores.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { rejected } from '../../../shared/reading/draft/draft.ts';
import { readRemaining, type RemainingItem } from '../../../shared/reading/finish/redaction.ts';
import { readSubmission } from '../../../shared/reading/read.ts';

/** The items of a submission. If the reader threw, `failure` is the exception and the only item is a rejection. */
export interface ReadItems {
  items: RemainingItem[];
  failure?: unknown;
}

/**
 * Reads the items of a submission, as the source sent them or as an erasure left them. Reading is pure: if a reader
 * throws for a submission once, it throws each time. So an exception becomes a rejection (READ_FAILED), and the
 * message is not tried again.
 */
export function readItems({ envelope, bytes }: RawObject, source: Source): ReadItems {
  if (envelope.kind === 'redacted') return { items: readRemaining(bytes) };
  const { mediaType, receivedAt } = envelope;
  const { language, boilerplate, link, timeZone, futureDates } = source;
  const base = link?.replaceAll('{id}', '');
  const defaults = {
    language,
    boilerplate,
    receivedAt,
    ...(base !== undefined && { base }),
    ...(timeZone !== undefined && { timeZone }),
    ...(futureDates !== undefined && { futureDates }),
  };
  try {
    return { items: readSubmission({ bytes, mediaType }, defaults) };
  } catch (failure) {
    const detail = failure instanceof Error ? failure.message : String(failure);
    return { items: [rejected('READ_FAILED', detail)], failure };
  }
}
