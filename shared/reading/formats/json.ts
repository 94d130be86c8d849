import { type Drafted, type SourceDefaults, rejected, withNotes } from '../draft/draft.ts';
import { readWithinLimit } from '../item/item-limit.ts';
import { jsonFormOf } from '../open/json-form.ts';
import { type JsonLine, type ParsedJson, parseJson } from '../open/parse-json.ts';
import { fromJsonFeed, fromJsonFeedItem } from './feed/json-feed.ts';
import { fromNinjs } from './ninjs/ninjs.ts';

/** A JSON document: ninjs, a JSON Feed or one of its items, or an array of these. */
export function fromJson(parsed: ParsedJson, defaults: SourceDefaults): Drafted[] {
  if (!parsed.ok) return [parsed];
  return fromValue(parsed.value, defaults).map((drafted) => withNotes(drafted, parsed.notes));
}

/** Newline-delimited JSON. Each line is a document of its own, so an invalid line does not affect another one. */
export function fromNdjson(lines: readonly JsonLine[], defaults: SourceDefaults): Drafted[] {
  return readWithinLimit(lines, ({ text, parsed = parseJson(text) }) => fromJson(parsed, defaults));
}

function fromValue(value: unknown, defaults: SourceDefaults): Drafted[] {
  if (!Array.isArray(value)) return fromMember(value, defaults);
  const members: unknown[] = value;
  if (members.length === 0) return [rejected('FEED_EMPTY', 'an empty array')];
  return readWithinLimit(members, (member) => fromMember(member, defaults));
}

function fromMember(value: unknown, defaults: SourceDefaults): Drafted[] {
  const form = Array.isArray(value) ? undefined : jsonFormOf(value);
  if (form === 'feed') return fromJsonFeed(value, defaults);
  // Also read a value of no known kind as ninjs: its rejection then names the field that is wrong.
  return [form === 'feed item' ? fromJsonFeedItem(value, defaults) : fromNinjs(value, defaults)];
}
