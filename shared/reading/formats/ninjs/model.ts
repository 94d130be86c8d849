import * as z from 'zod';

/**
 * IPTC ninjs 3 (schema 3.1). Property names are read without regard to case, so that ninjs 2 (`pubstatus`,
 * `versioncreated`) and 3 (`pubStatus`, `versionCreated`) are one. Properties that the model has no place for stay in
 * the raw object.
 */
const text = z.string();

const concept = z.looseObject({ name: text.optional(), uri: text.optional() });
export type Concept = z.infer<typeof concept>;

const valued = z.looseObject({ role: text.optional(), contenttype: text.optional(), value: text });
export type Valued = z.infer<typeof valued>;

/** A list; senders also write its only member alone. */
const listOf = <T extends z.ZodType>(member: T) =>
  z.preprocess(
    (value): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(member),
  );

const rendition = z.looseObject({
  href: text.optional(),
  contenttype: text.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  sizeinbytes: z.number().optional().catch(undefined),
});

export const ninjs = z.looseObject({
  uri: text.optional(),
  version: z.union([text, z.number()]).optional(),
  pubstatus: z.enum(['usable', 'withheld', 'canceled']).default('usable'),
  language: text.optional(),
  type: text.optional(),
  title: text.optional(),
  headlines: listOf(valued).optional(),
  descriptions: listOf(valued).optional(),
  bodies: listOf(valued).optional(),
  by: text.optional(),
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
  embargoed: text.optional(),
  embargoeduntil: text.optional(),
  expires: text.optional(),
  link: text.optional(),
  renditions: listOf(rendition).optional(),
  associations: listOf(z.looseObject({ type: text.optional() })).optional(),
});
export type Ninjs = z.infer<typeof ninjs>;

/** What is a picture; 2.2 and 3.1 call it so, others by its medium. */
export const PICTURE_TYPES: ReadonlySet<string | undefined> = new Set([
  'picture',
  'photo',
  'graphic',
  'image',
]);

/** As deep as ninjs nests anything that is read. */
const LEVELS = 6;

export function lowerCaseKeys(value: unknown, level = 0): unknown {
  if (level > LEVELS || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => lowerCaseKeys(item, level + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerCaseKeys(inner, level + 1)]),
  );
}

/** What ninjs 1 calls otherwise, and the values of 2 and 3 that it has a property each for. */
const NINJS_1 = { byline: 'by', subject: 'subjects', genre: 'genres', place: 'places' } as const;
const VALUES_1 = [
  { property: 'headline', list: 'headlines', role: 'main' },
  { property: 'description_text', list: 'descriptions', role: 'main' },
  { property: 'body_html', list: 'bodies', contenttype: 'text/html' },
  { property: 'body_xhtml', list: 'bodies', contenttype: 'application/xhtml+xml' },
  { property: 'body_text', list: 'bodies', contenttype: 'text/plain' },
] as const;

/** A ninjs 1 object in the properties of 2 and 3; one of those stays as it is. Keys are in lower case. */
export function fromNinjs1(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const item = value as Record<string, unknown>;
  const old: Record<string, unknown> = {};
  for (const [before, now] of Object.entries(NINJS_1)) if (before in item) old[now] = item[before];
  for (const { property, list, ...said } of VALUES_1) {
    if (property in item)
      old[list] = [...((old[list] ?? []) as unknown[]), { ...said, value: item[property] }];
  }
  return { ...old, ...item, ...byName(item, 'renditions'), ...byName(item, 'associations') };
}

/** Version 1 has renditions and associations by name. */
function byName(item: Record<string, unknown>, property: string): Record<string, unknown[]> {
  const held = item[property];
  const isNamed = held !== null && typeof held === 'object' && !Array.isArray(held);
  return isNamed && !('href' in held || 'renditions' in held) ? { [property]: Object.values(held) } : {};
}

/** Properties that ninjs has and hardly any other JSON: an object with one of them is ninjs, be it only a flash's headline. */
const TELLING = new Set([
  ...['uri', 'version', 'firstcreated', 'versioncreated', 'standard', '$standard'],
  ...['headlines', 'descriptions', 'bodies', 'renditions', 'associations'],
  ...VALUES_1.map(({ property }) => property),
]);
const UNDERSTOOD = new Set([...Object.keys(ninjs.shape), ...Object.keys(NINJS_1), ...TELLING]);

/** The keys of an object that was measured by ninjs without being it, in lower case: one of them may hold its text. */
export function foreignKeys(item: object): string[] {
  const keys = Object.keys(item);
  return keys.some((key) => TELLING.has(key)) ? [] : keys.filter((key) => !UNDERSTOOD.has(key));
}
