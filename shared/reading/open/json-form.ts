/** The kinds of JSON that Wiredesk reads. */
export type JsonForm =
  'feed' | 'feed item' | 'ninjs' | 'ap' | 'wordpress' | 'ghost' | 'apple news' | 'json-ld article';

/** The kinds of JSON that are read, for the reason of a rejection. */
export const JSON_KINDS =
  'ninjs, JSON Feed, AP JSON, WordPress posts, Ghost posts, Apple News Format and schema.org articles';

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
  'body_html',
  'body_xhtml',
]);

/**
 * Finds the kind of a JSON value by its keys. The kind of an array is the kind of its first member. Undefined if the
 * value is of no known kind.
 */
export function jsonFormOf(value: unknown): JsonForm | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : jsonFormOf(value[0]);
  if (!isObject(value)) return undefined;
  if ('version' in value && /^https?:\/\/jsonfeed\.org\/version\//.test(String(value['version'])))
    return 'feed';
  return FORMS.find(({ is }) => is(value))?.form ?? generalFormOf(value);
}

function generalFormOf(value: Fields): JsonForm | undefined {
  // JSON-LD has names of ninjs, such as `headline`, but none of its texts.
  if (has(value, '@context') || has(value, '@type')) return undefined;
  const keys = Object.keys(value).map((key) => key.toLowerCase());
  const isNinjs = keys.some((key) => NINJS_KEYS.has(key));
  if (keys.includes('items') && !isNinjs) return 'feed';
  if (keys.some((key) => FEED_ITEM_KEYS.has(key))) return 'feed item';
  return isNinjs ? 'ninjs' : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const has = (value: unknown, ...keys: readonly string[]): value is Fields =>
  isObject(value) && keys.every((key) => Object.hasOwn(value, key));
const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

/** AP's item: `altids` is an object with `itemid`. The other ids of ninjs are a list. */
const isApItem = (value: unknown): boolean =>
  has(value, 'altids') && has(value['altids'], 'itemid') && !has(value, 'body_html');

const isApList = (value: unknown): boolean =>
  isObject(value) &&
  (isApItem(value['item']) ||
    [value['items']].some((items) => isApItem(first(items)) || isApInList(first(items))));
const isApInList = (value: unknown): boolean => has(value, 'item') && isApItem(value['item']);

const isGhostPost = (value: unknown): boolean =>
  has(value, 'title') &&
  (has(value, 'html') || has(value, 'plaintext') || has(value, 'mobiledoc') || has(value, 'lexical')) &&
  (has(value, 'uuid') || has(value, 'slug') || has(value, 'published_at'));

const ARTICLE_TYPE = /^(?:(?:https?:\/\/)?schema\.org\/|schema:)?\w{0,40}(?:Article|BlogPosting|Report)$/;

const FORMS: readonly { form: JsonForm; is: (value: Fields) => boolean }[] = [
  { form: 'ap', is: (value) => isApItem(value) || isApList(value) || isApList(value['data']) },
  {
    form: 'wordpress',
    is: ({ title, content, guid, excerpt }) =>
      has(title, 'rendered') &&
      (has(content, 'rendered') || has(guid, 'rendered') || has(excerpt, 'rendered')),
  },
  {
    form: 'ghost',
    is: (value) =>
      isGhostPost(first(value['posts'])) ||
      isGhostPost(value) ||
      (has(value['post'], 'current') && isObject(value['post']['current'])),
  },
  {
    form: 'apple news',
    is: (value) => Array.isArray(value['components']) && has(first(value['components']), 'role'),
  },
  {
    form: 'json-ld article',
    is: (value) =>
      has(value, 'articleBody') && [value['@type']].flat().some((type) => ARTICLE_TYPE.test(String(type))),
  },
];
