import * as z from 'zod';
import { workSubjectSchema } from '../subject.ts';
import { rowDecoder } from './decode.ts';

/** The rows of work for fan-out. The subject of a DIRTY row is its sort key. */

export const decodeDirty = rowDecoder(z.object({ token: z.string() }));

export const dueRowSchema = z.object({ instant: z.string(), subject: workSubjectSchema });
export const decodeDue = rowDecoder(dueRowSchema);
