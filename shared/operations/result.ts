import type { Result } from '../domain/result.ts';

/** What an operation returns that can fail for an expected reason: its value, or the failure. */
export type Done<Value> = Result<{ value: Value }, { failure: Failure }>;

/**
 * An expected failure. Its texts name no command of the CLI, so a command or a web page can show them as they are.
 */
export interface Failure {
  code: FailureCode;
  /** What happened, and to which thing. */
  message: string;
  /** What the person can do about it. */
  remedy: string;
}

export type FailureCode =
  | 'article-never-erased'
  | 'article-not-erased'
  | 'article-reference'
  | 'article-unknown'
  | 'channel-in-use'
  | 'channel-unknown'
  | 'configuration-changed'
  | 'configuration-missing'
  | 'configuration-newer'
  | 'decision-invalid'
  | 'edge-full'
  | 'end-past'
  | 'feed-not-held'
  | 'feed-unknown'
  | 'ingest-unreachable'
  | 'instant-invalid'
  | 'partner-exists'
  | 'partner-unknown'
  | 'partner-unreadable'
  | 'partners-changed'
  | 'receipt-unknown'
  | 'source-unknown'
  | 'subscription-unknown'
  | 'target-ambiguous'
  | 'target-unknown'
  | 'token-rotated'
  | 'token-single';

/** A `Done` that failed. Checks return it, or undefined if they find nothing wrong. */
export type Refusal = Extract<Done<never>, { ok: false }>;

export const done = <Value>(value: Value): Extract<Done<Value>, { ok: true }> => ({ ok: true, value });

export const failed = (code: FailureCode, message: string, remedy: string): Refusal => ({
  ok: false,
  failure: { code, message, remedy },
});
