import * as z from 'zod';
import { instantSchema } from '../../domain/stored-text.ts';
import { workSubjectSchema } from '../subject.ts';
import { rowDecoder } from './decode.ts';

/** Decoders of the rows with work for fan-out. The sort key of a DIRTY row is its subject: an article or a feed. */

export const decodeDirty = rowDecoder(z.object({ token: z.string() }));

export const dueRowSchema = z.object({ instant: instantSchema, subject: workSubjectSchema });
export const decodeDue = rowDecoder(dueRowSchema);
