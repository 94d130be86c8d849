import * as z from 'zod';
import { articleIdSchema, instantSchema } from '../../domain/stored-text.ts';
import { workSubjectSchema } from '../subject.ts';
import { rowDecoder } from './decode.ts';

/** Decoders of the rows with work for fan-out and publish. The sort key of a DIRTY row is its subject: an article or a feed. */

export const decodeDirty = rowDecoder(z.object({ token: z.string() }));

export const dueRowSchema = z.object({ instant: instantSchema, subject: workSubjectSchema });
export const decodeDue = rowDecoder(dueRowSchema);

/** No articles: the configuration of the feed may have changed, or its documents may be wrong. */
export const decodeTodo = rowDecoder(
  z.object({ at: instantSchema, token: z.string(), articles: z.array(articleIdSchema) }),
);

export const decodeWake = rowDecoder(
  z.object({ token: z.string(), at: instantSchema, begun: z.boolean().exactOptional() }),
);
