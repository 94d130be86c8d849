import { type Drafted, type SourceDefaults, rejected, withNotes } from '../draft/draft.ts';
import { readWithinLimit } from '../item/item-limit.ts';
import { foreignKindOf } from '../open/foreign-json.ts';
import { JSON_KINDS, jsonFormOf } from '../open/json-form.ts';
import { type JsonLine, type ParsedJson, parseJson } from '../open/parse-json.ts';
import { fromApJson } from './ap-json.ts';
import { fromAppleNews } from './cms/apple-news.ts';
import { fromGhost, ghostPostsIn } from './cms/ghost.ts';
import { fromJsonLd } from './cms/json-ld-article.ts';
import { fromWordpress } from './cms/wordpress.ts';
import { fromJsonFeed, fromJsonFeedItem } from './feed/json-feed.ts';
import { fromNinjs } from './ninjs/ninjs.ts';
import { READ_KEYS } from './ninjs/schema.ts';

/** A JSON document of one of the kinds in `JSON_KINDS`, or an array of these. */
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
  switch (form) {
    case 'feed':
      return fromJsonFeed(value, defaults);
    case 'feed item':
      return [fromJsonFeedItem(value, defaults)];
    case 'ap':
      return fromApJson(value, defaults);
    case 'wordpress':
      return [fromWordpress(value, defaults)];
    case 'ghost':
      return readWithinLimit(ghostPostsIn(value), (post) => [fromGhost(post, defaults)]);
    case 'apple news':
      return [fromAppleNews(value, defaults)];
    case 'json-ld article':
      return [fromJsonLd(value, defaults)];
    default:
      return [(form === undefined ? foreign(value) : undefined) ?? fromNinjs(value, defaults)];
  }
}

/** A reason names at most this many characters of the keys that were not understood. */
const MAX_QUOTED = 100;

/**
 * The rejection of an object of a kind that is not read. Undefined for an object that ninjs may be: its rejection as
 * ninjs then names the field that is missing or wrong. A title and a version alone are those of many kinds of JSON.
 */
function foreign(value: unknown): Drafted | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const unknown = keys.filter((key) => !READ_KEYS.has(key.toLowerCase()));
  if (keys.some((key) => key.toLowerCase() === 'uri')) return undefined;
  if (unknown.length === 0 && !Object.hasOwn(value, 'title')) return undefined;
  const kind = foreignKindOf(value);
  const named = (unknown.length > 0 ? unknown : keys).join(', ');
  const what = kind === undefined ? 'JSON of a kind that is not read' : `JSON that is not read: ${kind}`;
  const detail = `${what}; keys not understood: ${named.slice(0, MAX_QUOTED)}; the kinds are ${JSON_KINDS}`;
  return rejected(kind === undefined ? 'FIELD_MISSING' : 'MEDIA_TYPE', detail);
}
