import type { Result } from '../domain/result.ts';

/** What an operation returns that can fail for an expected reason: its value, or the failure. */
export type Done<Value> = Result<{ value: Value }, { failure: Failure }>;

/** An expected failure. Nothing here assumes a terminal: a command or a web page shows the texts as they are. */
export interface Failure {
  code: FailureCode;
  /** What happened, and to which thing. */
  message: string;
  /** What the person can do about it. */
  remedy: string;
}

export type FailureCode =
  | 'article-not-erased'
  | 'article-reference'
  | 'article-unknown'
  | 'channel-in-use'
  | 'channel-unknown'
  | 'configuration-changed'
  | 'configuration-missing'
  | 'decision-invalid'
  | 'edge-full'
  | 'end-past'
  | 'feed-not-held'
  | 'feed-unknown'
  | 'ingest-unreachable'
  | 'instant-invalid'
  | 'partner-exists'
  | 'partner-unknown'
  | 'partners-changed'
  | 'receipt-unknown'
  | 'source-unknown'
  | 'subscription-unknown'
  | 'target-ambiguous'
  | 'target-unknown'
  | 'token-rotated'
  | 'token-single';

/** The failing side of a `Done`, for checks that have no value to give. */
export type Refusal = Extract<Done<never>, { ok: false }>;

export const done = <Value>(value: Value): Extract<Done<Value>, { ok: true }> => ({ ok: true, value });

export const failed = (code: FailureCode, message: string, remedy: string): Refusal => ({
  ok: false,
  failure: { code, message, remedy },
});
