import type { IngestApiCode } from '../../../shared/domain/ingest-api-codes.ts';
import type { Code, ReportedOutcome } from '../../../shared/domain/outcome.ts';

/** One bad input, how it is sent, and the expected answer. */
export interface BadInput {
  /** The kind of input, a colon, and the case. */
  input: string;
  /** The Content-Type. */
  type: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  /** With an id the input is sent by PUT as this article; without one by POST as a submission. */
  id?: string;
  /** The answer of the ingest API, or what the receipt says about each item in order. */
  answer: { status: number; code: IngestApiCode } | readonly ItemAnswer[];
}

export interface ItemAnswer {
  outcome: ReportedOutcome;
  code?: Code;
  title?: string;
  /** What the reason contains. */
  reason?: RegExp;
  /** What one of the notes contains. */
  note?: RegExp;
  /** What the stored body contains. */
  body?: RegExp;
  /** What the stored body must not contain. */
  without?: RegExp;
}

/** The expected answer for an item that is rejected with this code and a reason that matches. */
export function rejected(code: Code, reason?: RegExp): ItemAnswer {
  return { outcome: 'rejected', code, ...(reason && { reason }) };
}

/** The expected answer for an item that is stored. */
export function stored(expected: Omit<ItemAnswer, 'outcome'> = {}): ItemAnswer {
  return { outcome: 'stored', ...expected };
}

export const TEXT = 'text/plain; charset=utf-8';
export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json';
export const RSS = 'application/rss+xml';
