import * as z from 'zod';
import { configuredIdSchema } from './configured-id.ts';
import { languageTagSchema } from './language-tag.ts';
import { orderBasisSchema } from './order.ts';
import { territorySchema } from './territory.ts';

const regularExpression = z.string().refine(
  (pattern) => {
    try {
      new RegExp(pattern, 'iu');
      return true;
    } catch {
      return false;
    }
  },
  { error: 'is not a regular expression' },
);

/** A rule that cuts boilerplate out: a paragraph that matches `pattern` is not part of the article. */
export const boilerplateRuleSchema = z.strictObject({
  /** Regular expression source, applied with the `u` and `i` flags to the paragraph's text. */
  pattern: regularExpression,
  /** A name for the rule, shown with the removed text: disclaimer, contact, related. */
  kind: z.string().min(1),
});
export type BoilerplateRule = z.infer<typeof boilerplateRuleSchema>;

/**
 * What a publication date in the future means. `hold`: the article is embargoed until then. `now`: the article is
 * published at once, and a note states the date.
 */
export const futureDatesSchema = z.enum(['hold', 'now']);
export type FutureDates = z.infer<typeof futureDatesSchema>;

/** An IANA time zone, such as `Asia/Taipei`. */
const timeZoneSchema = z.string().refine(
  (name) => {
    try {
      Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  },
  { error: 'is not a time zone of the IANA database' },
);

/** A source as wiredesk.yaml describes it. */
export const sourceEntrySchema = z.strictObject({
  id: configuredIdSchema,
  /** What decides which of two versions is newer; see order.ts. */
  order: orderBasisSchema.default('arrival'),
  /** BCP 47 tag. It is used if language detection does not find a clear language. */
  language: languageTagSchema,
  /**
   * The time zone of dates that state none. Absent: dates of articles are read as UTC, and dates of embargoes are
   * unknown.
   */
  timeZone: timeZoneSchema.exactOptional(),
  /** What a publication date in the future means; absent: `hold`. */
  futureDates: futureDatesSchema.exactOptional(),
  /** Template of an article's address, with `{id}` where the percent-encoded id goes. */
  link: z.string().startsWith('http').includes('{id}').exactOptional(),
  /** Countries for which articles that state no territory are cleared; absent: all countries. */
  territory: territorySchema.exactOptional(),
  /** Rules in addition to those of shared/reading/prose/boilerplate/rules. */
  boilerplate: z.array(boilerplateRuleSchema).default([]),
});

/** Who sends articles: the entry in wiredesk.yaml, and the hashes of its bearer tokens. */
export const sourceSchema = sourceEntrySchema.extend({
  /** SHA-256 of each bearer token that is accepted, hex. */
  tokenHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Source = z.infer<typeof sourceSchema>;
