import * as z from 'zod';
import { feedChangeSchema, feedStateSchema } from '../../domain/manifest.ts';
import { rowDecoder } from './decode.ts';

/** The rows of a feed, by the builders of their keys in `tableKeys`. */

export const decodeFeedState = rowDecoder(z.object({ state: feedStateSchema }));
export const decodeFeedLog = rowDecoder(z.object({ change: feedChangeSchema }));
export const decodeFeedRelease = rowDecoder(z.object({ at: z.string(), by: z.string() }));
