import type { FormatName } from '../domain/feed.ts';
import { atom } from './atom.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { rss } from './rss.ts';

/** Every format that a feed is published in. */
export const formats: Record<FormatName, Format> = { rss, atom, json };
