import * as z from 'zod';
import { configuredIdSchema } from './configured-id.ts';
import { languageTagSchema } from './language-tag.ts';
import { orderBasisSchema } from './order.ts';
import { quotaSchema } from './quota.ts';
import type { Instant } from './instant.ts';
import { instantSchema } from './stored-text.ts';
import { territorySchema } from './territory.ts';
import { tokenSchema } from './token.ts';

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
  /** How many submissions the source may send in an hour; absent: 60,000. Decisions are never counted. */
  quota: quotaSchema.exactOptional(),
});

export type SourceEntry = z.infer<typeof sourceEntrySchema>;

/** A token of a source. `created` is absent for a token that a version before 0.2 made. */
const sourceTokenSchema = tokenSchema.extend({ created: instantSchema.exactOptional() });
export type SourceToken = z.infer<typeof sourceTokenSchema>;

/** The rights of a source, which commands decide. `wiredesk apply` keeps them. */
const sourceAccess = {
  /**
   * SHA-256 of each bearer token that may be accepted, hex; empty for a disabled source. A hash that is not in this
   * list is never accepted, so a version that knows only this list respects every revocation.
   */
  tokenHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** When each token was made and when it ends. A hash without an entry here has no end. */
  tokens: z.array(sourceTokenSchema).exactOptional(),
  /** When the source was disabled. Its requests are refused until it is enabled again; its tokens are kept. */
  disabled: instantSchema.exactOptional(),
};

/** Who sends articles: the entry in wiredesk.yaml, and its rights. */
export const sourceSchema = sourceEntrySchema.extend(sourceAccess);
export type Source = z.infer<typeof sourceSchema>;
export type SourceAccess = Pick<Source, keyof typeof sourceAccess>;

/** The rights of a source, without the members of its entry in wiredesk.yaml. */
export function accessOf({ tokenHashes, tokens, disabled }: SourceAccess): SourceAccess {
  return {
    tokenHashes,
    ...(tokens !== undefined && { tokens }),
    ...(disabled !== undefined && { disabled }),
  };
}

/** The tokens of a source, the newest first, also those that have ended. */
export function tokensOf({ tokenHashes, tokens = [], disabled }: SourceAccess): SourceToken[] {
  if (disabled !== undefined) return tokens;
  const known = new Map(tokens.map((token) => [token.hash, token]));
  return tokenHashes.map((hash) => known.get(hash) ?? { hash });
}

/** The rights with these tokens, the newest first. `disabled`: when the source was disabled, if it is. */
export function accessWith(tokens: readonly SourceToken[], disabled: Instant | undefined): SourceAccess {
  return accessOf({
    tokenHashes: disabled === undefined ? tokens.map(({ hash }) => hash) : [],
    tokens: [...tokens],
    ...(disabled !== undefined && { disabled }),
  });
}

/** Whether the source may send with the token that has this hash. */
export function acceptsToken(source: SourceAccess, hash: string, now: Instant): boolean {
  if (source.disabled !== undefined) return false;
  return tokensOf(source).some((token) => token.hash === hash && isLive(token, now));
}

/** Whether a token has not ended. */
export const isLive = ({ until }: Pick<SourceToken, 'until'>, now: Instant): boolean =>
  until === undefined || until > now;

/** The entry of a source in wiredesk.yaml, without its rights. */
export function entryOf({
  tokenHashes: _hashes,
  tokens: _tokens,
  disabled: _disabled,
  ...entry
}: Source): SourceEntry {
  return entry;
}
