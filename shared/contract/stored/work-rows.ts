import * as z from 'zod';
import type { Instant } from '../../domain/instant.ts';
import { articleIdSchema, instantSchema } from '../../domain/stored-text.ts';
import { workSubjectSchema } from '../subject.ts';
import { rowDecoder } from './decode.ts';

/** Decoders of the rows with work for fan-out and publish. The sort key of a DIRTY row is its subject: an article or a feed. */

export const decodeDirty = rowDecoder(z.object({ token: z.string() }));

/**
 * The instant as it is in the key of the row, because the row is deleted by this key. (An instant outside of the range,
 * which an older version stored, is due at once.)
 */
const instantOfKey = z.string() as unknown as z.ZodType<Instant, string>;
export const dueRowSchema = z.object({ instant: instantOfKey, subject: workSubjectSchema });
export const decodeDue = rowDecoder(dueRowSchema);

/** No articles: the configuration of the feed may have changed, or its documents may be wrong. */
export const decodeTodo = rowDecoder(
  z.object({ at: instantSchema, token: z.string(), articles: z.array(articleIdSchema) }),
);

export const decodeWake = rowDecoder(
  z.object({ token: z.string(), at: instantSchema, begun: z.boolean().exactOptional() }),
);
