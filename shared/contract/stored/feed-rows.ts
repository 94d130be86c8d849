import * as z from 'zod';
import { feedChangeSchema, feedStateSchema } from '../../domain/manifest.ts';
import { instantSchema } from '../../domain/stored-text.ts';
import { rowDecoder } from './decode.ts';

/** Decoders of the rows of a feed. `tableKeys` builds the keys of these rows. */

export const decodeFeedState = rowDecoder(z.object({ state: feedStateSchema }));
export const decodeFeedLog = rowDecoder(z.object({ change: feedChangeSchema }));
export const decodeFeedRelease = rowDecoder(z.object({ at: instantSchema, by: z.string() }));
