import * as z from 'zod';
import { parseInstant } from '../../shared/domain/instant.ts';
import { EXIT, Failure } from '../failure.ts';

/** What options take, each read by one rule: it gives the value, or throws a Failure of one line. */

const day = z.iso.date();

/** A day of the calendar, yyyy-mm-dd. */
export function dayOf(text: string): string {
  if (day.safeParse(text).success) return text;
  throw wrong(text, 'is no day', 'Write it as 2026-04-13.');
}

/** A whole number from 1 on. */
export function countOf(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw wrong(text, 'is no number of things', 'Give a whole number, at least 1.');
}

/** Seconds, more than none. */
export function secondsOf(text: string): number {
  const seconds = /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return seconds;
  throw wrong(text, 'is no number of seconds', 'Give a number above 0.');
}

/** An instant with its zone, in UTC. */
export function instantOf(text: string): string {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  throw wrong(text, 'is no instant with a zone', 'Write it as 2026-04-13T13:00:00+08:00.');
}

/** Throws a Failure for an end that is over. */
export function refusePast(end: string, now: Date, remedy: string): void {
  if (end <= now.toISOString()) throw new Failure(`${end} is past`, remedy, EXIT.usage);
}

const wrong = (text: string, what: string, remedy: string): Failure =>
  new Failure(`"${text}" ${what}`, remedy, EXIT.usage);
