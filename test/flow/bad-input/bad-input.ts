import type { Code, IngestApiCode, ReportedOutcome } from '../../../shared/domain/outcome.ts';

/** One input of a class, how it is sent, and what must be said of it. */
export interface BadInput {
  /** The class and the case of it. */
  is: string;
  /** Content-Type. */
  type: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  /** Sent by PUT as this article; without it, by POST as a submission. */
  id?: string;
  /** The door's own answer, or what the receipt says of each item in order. */
  answer: { status: number; code: IngestApiCode } | readonly ItemAnswer[];
}

export interface ItemAnswer {
  outcome: ReportedOutcome;
  code?: Code;
  title?: string;
  /** What the reason says beside the code's meaning. */
  reason?: RegExp;
  /** What one of the notes on the record says. */
  note?: RegExp;
  /** What the stored body says, and what must not be in it. */
  body?: RegExp;
  without?: RegExp;
}

/** Not taken, for this reason. */
export function refused(code: Code, reason?: RegExp): ItemAnswer {
  return { outcome: 'rejected', code, ...(reason && { reason }) };
}

/** Taken, and this is what became of it. */
export function taken(expected: Omit<ItemAnswer, 'outcome'> = {}): ItemAnswer {
  return { outcome: 'stored', ...expected };
}

/** One article of a class that is told apart by its headline: a `title` item of the sort that each format takes. */
export const TEXT = 'text/plain; charset=utf-8';
export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json';
export const RSS = 'application/rss+xml';
