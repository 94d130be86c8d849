import * as z from 'zod';
import { rowDecoder } from './decode.ts';

/** The decoder of the rows that count the submissions of a source in an hour. */
export const decodeQuotaCount = rowDecoder(z.object({ count: z.number() }));
