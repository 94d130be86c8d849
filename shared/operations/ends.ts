import { type Instant, instantOf, parseInstant } from '../domain/instant.ts';
import { done, type Done, failed, type Refusal } from './result.ts';

/** Parses an instant that a person typed, such as 2026-04-13T13:00:00+08:00, and returns it in UTC. */
export function instantIn(text: string): Done<Instant> {
  const instant = parseInstant(text);
  return instant === undefined
    ? failed(
        'instant-invalid',
        `"${text}" is not an instant with a time zone`,
        'Write it as 2026-04-13T13:00:00+08:00. The years 1 to 9999, in UTC, can be kept.',
      )
    : done(instant);
}

/** Returns a failure if an end is not in the future, for example the end of an embargo or of a subscription. */
export function refusePastEnd(end: Instant, now: Date): Refusal | undefined {
  if (end > instantOf(now)) return undefined;
  return failed('end-past', `${end} is in the past`, 'Give an instant in the future.');
}
