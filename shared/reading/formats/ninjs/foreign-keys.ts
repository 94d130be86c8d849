import { READ_KEYS } from './schema.ts';

/**
 * Properties that few other kinds of JSON have. An object with one of them is ninjs, even if it has only a headline.
 */
const TYPICAL_KEYS = new Set([
  'uri',
  'firstcreated',
  'versioncreated',
  'standard',
  '$standard',
  'headlines',
  'descriptions',
  'bodies',
  'renditions',
  'associations',
]);

/** Other properties of ninjs 1 to 3 and of Superdesk. None of them has the text of the article. */
const OTHER_KEYS = new Set(
  `altids altid anpa_category annotations assets authors charcount contentcreated contentmodified events
  evolvedfrom evolvesfrom expired firstpublished guid infosources keywords located mimetype objects original_source
  priority products profile readtime rightsinfo representationtype service signal slugline source standard
  $standard trustindicators wordcount description_html by copyright creditline sentfrom`.split(/\s+/),
);

/**
 * The unknown keys of an object without a body, one of which may have the text of the article. If the object has a key
 * that is typical of ninjs, these are the unknown keys with a text in their values; otherwise all unknown keys.
 * `item`: an object whose keys are in lower case.
 */
export function foreignKeys(item: object): string[] {
  const unknown = Object.entries(item).filter(([key]) => !READ_KEYS.has(key) && !OTHER_KEYS.has(key));
  const isTypical = Object.keys(item).some((key) => TYPICAL_KEYS.has(key) && !isFromNinjs1(item, key));
  return unknown.flatMap(([key, value]) => (!isTypical || hasText(value) ? [key] : []));
}

/** Whether a list was made from a property of ninjs 1. Other kinds of JSON have a `headline` too. */
const isFromNinjs1 = (item: object, key: string): boolean =>
  (key === 'headlines' && 'headline' in item) || (key === 'descriptions' && 'description_text' in item);

/** How many levels of values within values are searched for a text. */
const MAX_LEVELS = 5;
/** A text with at least this many words may be the text of an article. */
const FEWEST_WORDS = 4;
/** Han, kana, hangul and Thai are written with few spaces. */
const FEWEST_WIDE = 8;

function hasText(value: unknown, level = 0): boolean {
  if (typeof value === 'string') return isProse(value);
  if (level > MAX_LEVELS || value === null || typeof value !== 'object') return false;
  return Object.values(value).some((inner) => hasText(inner, level + 1));
}

function isProse(text: string): boolean {
  const words = text
    .slice(0, 2000)
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  const wide = text.slice(0, 2000).match(/[\u0E00-\u0E7F\u2E80-\uA4CF\uAC00-\uD7A3]/gu)?.length ?? 0;
  return words.length >= FEWEST_WORDS || wide >= FEWEST_WIDE;
}
