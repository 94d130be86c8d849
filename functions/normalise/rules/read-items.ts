import type { RawObject } from '../../../shared/contract/stores.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { type Drafted, rejected } from '../../../shared/reading/draft/draft.ts';
import { readSubmission } from '../../../shared/reading/read.ts';
import { readRemaining, type RemainingItem } from '../../../shared/reading/finish/redaction.ts';

/** The items of a submission, as they came or as an erasure has left them. */
export function readItems(
  { envelope, bytes }: RawObject,
  source: Source,
  warn: (message: string, facts: Record<string, unknown>) => void,
): RemainingItem[] {
  if (envelope.kind === 'redacted') return readRemaining(bytes);
  return readSafely({ envelope, bytes }, source, warn);
}

/** Reading is pure: what it throws once it throws each time, so it is an outcome and not a reason to try again. */
function readSafely(
  { envelope: { mediaType, receivedAt }, bytes }: RawObject,
  { language, boilerplate, link }: Source,
  warn: (message: string, facts: Record<string, unknown>) => void,
): Drafted[] {
  try {
    return readSubmission(
      { bytes, mediaType },
      {
        ...{ language, receivedAt, boilerplate },
        ...(link !== undefined && { base: link.replaceAll('{id}', '') }),
      },
    );
  } catch (error) {
    warn('a submission could not be read', { mediaType, error });
    return [rejected('READ_FAILED', error instanceof Error ? error.message : String(error))];
  }
}
