import * as z from 'zod';
import type { Instant } from '../../shared/domain/instant.ts';
import { instantIn } from '../../shared/operations/ends.ts';
import { EXIT, Failure } from '../failure.ts';
import { valueOf } from '../result.ts';

/** Parsers of option values. Each returns the value or throws a Failure. */

const day = z.iso.date();

/** A day of the calendar, yyyy-mm-dd. */
export function dayOf(text: string): string {
  if (day.safeParse(text).success) return text;
  throw wrong(text, 'is not a day', 'Write it as 2026-04-13.');
}

/** A whole number, at least 1. */
export function countOf(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw wrong(text, 'is not a number of items', 'Give a whole number, at least 1.');
}

/** A number of seconds, more than 0. */
export function secondsOf(text: string): number {
  const seconds = /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return seconds;
  throw wrong(text, 'is not a number of seconds', 'Give a number above 0.');
}

/** An instant with its time zone, in UTC. */
export const instantOf = (text: string): Instant => valueOf(instantIn(text));

const wrong = (text: string, what: string, remedy: string): Failure =>
  new Failure(`"${text}" ${what}`, remedy, EXIT.usage);
