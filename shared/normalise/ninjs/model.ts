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

const rendition = z.looseObject({
  href: text,
  contenttype: text.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});

export const ninjs = z.looseObject({
  uri: text.optional(),
  version: z.union([text, z.number()]).optional(),
  pubstatus: z.enum(['usable', 'withheld', 'canceled']).default('usable'),
  language: text.optional(),
  title: text.optional(),
  headlines: z.array(valued).default([]),
  descriptions: z.array(valued).default([]),
  bodies: z.array(valued).default([]),
  by: text.optional(),
  subjects: z.array(concept).default([]),
  genres: z.array(concept).default([]),
  places: z.array(concept).default([]),
  urgency: z.coerce.number().optional().catch(undefined),
  copyrightnotice: text.optional(),
  usageterms: text.optional(),
  firstcreated: text.optional(),
  versioncreated: text.optional(),
  embargoed: text.optional(),
  embargoeduntil: text.optional(),
  expires: text.optional(),
  link: text.optional(),
  renditions: z.array(rendition).default([]),
  associations: z.array(z.looseObject({ type: text.optional() })).default([]),
});
export type Ninjs = z.infer<typeof ninjs>;

/** As deep as ninjs nests anything that is read. */
const LEVELS = 6;

export function lowerCaseKeys(value: unknown, level = 0): unknown {
  if (level > LEVELS || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => lowerCaseKeys(item, level + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerCaseKeys(inner, level + 1)]),
  );
}
