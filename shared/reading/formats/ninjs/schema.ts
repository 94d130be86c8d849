import * as z from 'zod';

/**
 * IPTC ninjs 3 (schema 3.1). Property names are read in lower case, so that ninjs 2 (`pubstatus`, `versioncreated`)
 * and ninjs 3 (`pubStatus`, `versionCreated`) have the same names. Properties for which a stored article has no
 * member are kept in the raw object only.
 */
const text = z.string();

/** An id or a code. Some senders write it as a number. */
const idText = z.union([text, z.number().transform(String)]);

/** A concept. Some senders write only its name. `code` is the member of Superdesk and of ninjs 1. */
const concept = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.looseObject({
    name: text.optional(),
    uri: text.optional(),
    code: idText.optional().catch(undefined),
    literal: text.optional().catch(undefined),
  }),
);
export type Concept = z.infer<typeof concept>;

const valued = z.looseObject({ role: text.optional(), contenttype: text.optional(), value: text });
export type Valued = z.infer<typeof valued>;

/** A byline. Some senders write a list, or objects with a name. */
const byline = z.preprocess((value) => {
  const names = [value].flat().map((member: unknown) => {
    const name = concept.safeParse(member);
    return name.success ? name.data.name : undefined;
  });
  return names.length > 0 && names.every((name) => name !== undefined) ? names.join(', ') : value;
}, text);

/** A list. Some senders write a single member without a list around it. */
const listOf = <T extends z.ZodType>(member: T) =>
  z.preprocess(
    (value): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(member),
  );

/** Some senders write numbers as texts. */
const pixels = z.coerce.number().optional().catch(undefined);

const rendition = z.looseObject({
  href: text.optional(),
  contenttype: text.optional(),
  width: pixels,
  height: pixels,
  sizeinbytes: z.number().optional().catch(undefined),
});

export const ninjs = z.looseObject({
  uri: idText.optional(),
  /** The id of the item in the ninjs of Superdesk, which has no `uri`. */
  guid: idText.optional().catch(undefined),
  /** Other ids of this item: in ninjs 1.4 to 3.1 a list of objects with a value. */
  altids: z.unknown().optional(),
  altid: z.unknown().optional(),
  /** The id of the item that this item evolved from (ninjs 1.3 to 3.1). Some senders write an object or a list. */
  evolvedfrom: z.unknown().optional(),
  version: z.union([text, z.number()]).optional(),
  // Values that are not understood do not reject the article: it is withheld (item/signs.ts).
  pubstatus: z.unknown().optional(),
  language: text.optional(),
  type: text.optional(),
  title: text.optional(),
  headlines: listOf(valued).optional(),
  descriptions: listOf(valued).optional(),
  bodies: listOf(valued).optional(),
  by: byline.optional(),
  subjects: listOf(concept).optional(),
  people: listOf(concept).optional(),
  organisations: listOf(concept).optional(),
  genres: listOf(concept).optional(),
  places: listOf(concept).optional(),
  urgency: z.coerce.number().optional().catch(undefined),
  copyrightnotice: text.optional(),
  copyrightholder: text.optional(),
  usageterms: text.optional(),
  ednote: text.optional().catch(undefined),
  firstcreated: text.optional(),
  versioncreated: text.optional(),
  embargoed: z.unknown().optional(),
  embargoeduntil: z.unknown().optional(),
  expires: z.unknown().optional(),
  link: text.optional(),
  renditions: listOf(rendition).optional(),
  associations: listOf(z.looseObject({ type: text.optional() })).optional(),
});
export type Ninjs = z.infer<typeof ninjs>;

/** The types of pictures. ninjs 2.2 and 3.1 have `picture`; some senders write another word. */
export const PICTURE_TYPES: ReadonlySet<string | undefined> = new Set([
  'picture',
  'photo',
  'graphic',
  'image',
]);

/** How many levels deep properties are read. */
const MAX_NINJS_LEVELS = 6;

/** The value with all keys in lower case. */
export function lowerCaseKeys(value: unknown, level = 0): unknown {
  if (level > MAX_NINJS_LEVELS || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => lowerCaseKeys(item, level + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerCaseKeys(inner, level + 1)]),
  );
}

/** Properties that have another name in ninjs 1. */
const NINJS_1_NAMES = { byline: 'by', subject: 'subjects', genre: 'genres', place: 'places' } as const;
/** Properties of ninjs 1 that are members of a list in ninjs 2 and 3. */
const NINJS_1_VALUES = [
  { property: 'headline', list: 'headlines', role: 'main' },
  { property: 'description_text', list: 'descriptions', role: 'main' },
  { property: 'body_html', list: 'bodies', contenttype: 'text/html' },
  { property: 'body_xhtml', list: 'bodies', contenttype: 'application/xhtml+xml' },
  { property: 'body_text', list: 'bodies', contenttype: 'text/plain' },
] as const;

/**
 * A ninjs 1 object with the properties of ninjs 2 and 3. An object of ninjs 2 or 3 stays as it is. Keys are in lower
 * case.
 */
export function fromNinjs1(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const item = value as Record<string, unknown>;
  const old: Record<string, unknown> = {};
  for (const [before, now] of Object.entries(NINJS_1_NAMES)) if (before in item) old[now] = item[before];
  for (const { property, list, ...attributes } of NINJS_1_VALUES) {
    if (property in item)
      old[list] = [...((old[list] ?? []) as unknown[]), { ...attributes, value: item[property] }];
  }
  const writers = writersOf(item['authors']);
  if (writers !== '' && old['by'] === undefined) old['by'] = writers;
  return { ...old, ...item, ...byName(item, 'renditions'), ...byName(item, 'associations') };
}

/** The names in the `authors` of Superdesk, which has them besides `byline`. Editors and translators are left out. */
function writersOf(authors: unknown): string {
  if (!Array.isArray(authors)) return '';
  const names = authors.flatMap((author: unknown) => {
    if (author === null || typeof author !== 'object' || !('name' in author)) return [];
    const role = 'role' in author && typeof author.role === 'string' ? author.role : 'writer';
    const isWriter = /writer|author|reporter|correspondent|journalist|byline/iu.test(role);
    return isWriter && typeof author.name === 'string' ? [author.name] : [];
  });
  return names.join('; ');
}

/** In ninjs 1, renditions and associations are the values of a map. */
function byName(item: Record<string, unknown>, property: string): Record<string, unknown[]> {
  const map = item[property];
  const isMap = map !== null && typeof map === 'object' && !Array.isArray(map);
  return isMap && !('href' in map || 'renditions' in map) ? { [property]: Object.values(map) } : {};
}

/** Properties with the text of the article, and its id. With a wrong type in one of them, the article is rejected. */
export const NEEDED: ReadonlySet<string> = new Set(['headlines', 'bodies', 'title', 'uri']);

/** All properties that the reader knows by name, in lower case. */
export const READ_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(ninjs.shape),
  ...Object.keys(NINJS_1_NAMES),
  ...NINJS_1_VALUES.map(({ property }) => property),
]);
