import { parseInstant } from '../domain/instant.ts';
import { done, type Done, failed, type Refusal } from './result.ts';

/** Reads an instant that a person typed, such as 2026-04-13T13:00:00+08:00, and gives it in UTC. */
export function instantIn(text: string): Done<string> {
  const instant = parseInstant(text);
  return instant === undefined
    ? failed(
        'instant-invalid',
        `"${text}" is not an instant with a time zone`,
        'Write it as 2026-04-13T13:00:00+08:00.',
      )
    : done(instant);
}

/** Gives the failure for an end, such as that of an embargo or a subscription, that is not in the future. */
export function refusePastEnd(end: string, now: Date): Refusal | undefined {
  if (end > now.toISOString()) return undefined;
  return failed('end-past', `${end} is in the past`, 'Give an instant in the future.');
}
