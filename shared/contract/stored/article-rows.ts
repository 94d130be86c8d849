import * as z from 'zod';
import {
  type ArticleContent,
  articleContentSchema,
  headSchema,
  revisionSchema,
} from '../../domain/article.ts';
import { type Decision, decisionSchema } from '../../domain/decision.ts';
import { feedIdSchema, receiptIdSchema } from '../../domain/stored-text.ts';
import { rowDecoder, type StoredRow, UndecodableError, valueDecoder } from './decode.ts';

/** Decoders of the rows of an article. `tableKeys` builds the keys of these rows. */

export const decodeHead = rowDecoder(z.object({ head: headSchema, token: z.number() }));
export const decodeRevision = rowDecoder(z.object({ revision: revisionSchema }));
/** The submission of a revision, which an erasure needs whatever else of the row cannot be decoded. */
export const decodeRevisionReceipt = rowDecoder(
  z.object({ revision: z.object({ receipt: receiptIdSchema }) }),
);
export const decodeDecision = rowDecoder(z.object({ decision: decisionSchema }));
/** Whether a row has a decision with the same action. */
export const isDecisionOf = (row: StoredRow | undefined, { action }: Pick<Decision, 'action'>): boolean =>
  z.looseObject({ decision: z.looseObject({ action: z.literal(action) }) }).safeParse(row).success;
export const decodeMention = rowDecoder(z.object({ receipt: receiptIdSchema }));
/** Ids of the feeds that an article was ever sent to: a string set of DynamoDB. */
export const decodeReach = rowDecoder(z.object({ feeds: z.set(feedIdSchema) }));

const contentRow = rowDecoder(
  z.object({
    /** JSON, compressed with DEFLATE. */
    packed: z.instanceof(Uint8Array).exactOptional(),
    /** The key of the object in the raw bucket that has the packed contents, if they are too large for a row. */
    overflow: z.string().exactOptional(),
  }),
);

/** Where a content row has its packed contents: in the row, or in an object of the raw bucket. */
export function decodePackedContent(row: StoredRow): { packed: Uint8Array } | { overflow: string } {
  const { packed, overflow } = contentRow(row);
  if (packed !== undefined) return { packed };
  if (overflow !== undefined) return { overflow };
  throw new UndecodableError(`${row.pk} ${row.sk} cannot be decoded: packed and overflow are both missing`);
}

/** Contents as parsed JSON; `key` names them in the error. */
export const decodeContent: (value: unknown, key: string) => ArticleContent =
  valueDecoder(articleContentSchema);
