import * as z from 'zod';
import { accessSchema, endedAccessSchema } from '../../domain/access.ts';
import { instantSchema } from '../../domain/stored-text.ts';
import { rowDecoder } from './decode.ts';

/** Decoders of the rows that say who can and could read the feeds. */

export const decodeAccess = rowDecoder(z.object({ access: accessSchema }));
export const decodeEndedAccess = rowDecoder(z.object({ access: endedAccessSchema }));
export const decodeReadersStart = rowDecoder(z.object({ at: instantSchema }));
