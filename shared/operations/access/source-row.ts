import { instantOf } from '../../domain/instant.ts';
import { quotaOf } from '../../domain/quota.ts';
import { isLive, type Source, tokensOf } from '../../domain/source.ts';

/** A source as lists show it. */
export interface SourceRow {
  source: string;
  /** `active`, or `disabled since` and an instant. */
  standing: string;
  order: Source['order'];
  language: string;
  link: string | null;
  /** How many submissions it may send in an hour. */
  quota: number;
  /** The tokens that have not ended, the newest first. */
  tokens: TokenRow[];
}

export interface TokenRow {
  /** The first 12 hex digits of the token's SHA-256, by which a person recognises a token that was found somewhere. */
  hash: string;
  /** Null for a token that an early version of Wiredesk made. */
  created: string | null;
  until: string | null;
}

export function sourceRow(source: Source, now: Date): SourceRow {
  const { id, order, language, link, disabled } = source;
  return {
    source: id,
    standing: disabled === undefined ? 'active' : `disabled since ${disabled}`,
    order,
    language,
    link: link ?? null,
    quota: quotaOf(source),
    tokens: tokensOf(source)
      .filter((token) => isLive(token, instantOf(now)))
      .map(({ hash, created, until }) => ({
        hash: hash.slice(0, 12),
        created: created ?? null,
        until: until ?? null,
      })),
  };
}
