/** The kinds of JSON that Wiredesk reads: a JSON Feed, a single item of a JSON Feed, or ninjs. */
export type JsonForm = 'feed' | 'feed item' | 'ninjs';

/** Keys that only an item of a JSON Feed has. */
const FEED_ITEM_KEYS = new Set(['content_html', 'content_text', 'date_published', 'external_url']);
/** Keys that only ninjs has, in lower case. */
const NINJS_KEYS = new Set([
  'headlines',
  'bodies',
  'pubstatus',
  'versioncreated',
  'firstcreated',
  'headline',
  'body_text',
]);

/**
 * Finds the kind of a JSON value by its keys. The kind of an array is the kind of its first member. Undefined if the
 * value is of no known kind.
 */
export function jsonFormOf(value: unknown): JsonForm | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : jsonFormOf(value[0]);
  if (value === null || typeof value !== 'object') return undefined;
  if ('version' in value && /^https?:\/\/jsonfeed\.org\/version\//.test(String(value.version))) return 'feed';
  const keys = Object.keys(value).map((key) => key.toLowerCase());
  const isNinjs = keys.some((key) => NINJS_KEYS.has(key));
  if (keys.includes('items') && !isNinjs) return 'feed';
  if (keys.some((key) => FEED_ITEM_KEYS.has(key))) return 'feed item';
  return isNinjs ? 'ninjs' : undefined;
}
