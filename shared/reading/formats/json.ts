import type { Rejection } from '../../domain/outcome.ts';
import { type Drafted, type SourceDefaults, rejected, withNotes } from '../draft/draft.ts';
import { fromJsonFeed, fromJsonFeedItem } from './feed/json-feed.ts';
import { scanJson } from '../open/json-scan.ts';
import { readAll } from '../item/read-all.ts';
import { fromNinjs } from './ninjs/ninjs.ts';

/** Values within values; ninjs nests its associations three deep. */
const MAX_DEPTH = 100;

type Parsed = { ok: true; value: unknown; notes: string[] } | { ok: false; rejection: Rejection };

/** JSON (RFC 8259) within the depth bound. */
export function parseJson(text: string): Parsed {
  const { depth, repeated } = scanJson(text);
  if (depth > MAX_DEPTH) return rejected('JSON_TOO_DEEP', `more than ${MAX_DEPTH} levels`);
  const notes = repeated.map((key) => `the key ${key} stands twice in an object; the last one counts`);
  try {
    return { ok: true, value: JSON.parse(text), notes };
  } catch (error) {
    return rejected('JSON_INVALID', error instanceof Error ? error.message : String(error));
  }
}

/** A JSON document: ninjs, a JSON Feed or one of its items, or an array of these. */
export function fromJson(text: string, defaults: SourceDefaults): Drafted[] {
  const parsed = parseJson(text);
  if (!parsed.ok) return [parsed];
  return fromValue(parsed.value, defaults).map((drafted) => withNotes(drafted, parsed.notes));
}

/** Newline-delimited JSON: each line a document of its own, so that a bad one costs no other. */
export function fromNdjson(text: string, defaults: SourceDefaults): Drafted[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return readAll(lines, (line) => fromJson(line, defaults));
}

/** The JSON forms that are read: a JSON Feed, an item of one, or ninjs; undefined for any other value. */
export type JsonForm = 'feed' | 'feed item' | 'ninjs';

const FEED_ITEM = new Set(['content_html', 'content_text', 'date_published', 'external_url']);
const NINJS = new Set([
  'headlines',
  'bodies',
  'pubstatus',
  'versioncreated',
  'firstcreated',
  'headline',
  'body_text',
]);

export function jsonFormOf(value: unknown): JsonForm | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : jsonFormOf(value[0]);
  if (value === null || typeof value !== 'object') return undefined;
  if ('version' in value && /^https?:\/\/jsonfeed\.org\/version\//.test(String(value.version))) return 'feed';
  const keys = Object.keys(value).map((key) => key.toLowerCase());
  if (keys.includes('items') && !keys.some((key) => NINJS.has(key))) return 'feed';
  if (keys.some((key) => FEED_ITEM.has(key))) return 'feed item';
  return keys.some((key) => NINJS.has(key)) ? 'ninjs' : undefined;
}

function fromValue(value: unknown, defaults: SourceDefaults): Drafted[] {
  if (!Array.isArray(value)) return fromOne(value, defaults);
  const items: unknown[] = value;
  if (items.length === 0) return [rejected('FEED_EMPTY', 'an empty array')];
  return readAll(items, (item) => fromOne(item, defaults));
}

function fromOne(value: unknown, defaults: SourceDefaults): Drafted[] {
  const form = Array.isArray(value) ? undefined : jsonFormOf(value);
  if (form === 'feed') return fromJsonFeed(value, defaults);
  // ninjs is also what an object that is none of them is measured by: its refusal names the field.
  return [form === 'feed item' ? fromJsonFeedItem(value, defaults) : fromNinjs(value, defaults)];
}
