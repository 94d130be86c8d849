import * as z from 'zod';
import { canShow } from '../local/clock.ts';
import type { Endpoints } from './endpoints.ts';
import { EXIT, Failure } from './failure.ts';

/** A move of the local cloud's clock: by a number of milliseconds, or to an instant. */
export type ClockMove = { shift: number } | { set: string };

const UNIT_MILLISECONDS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const clock = z.object({ now: z.string() });

/** Parses a move such as +2h or -10m, or an instant. */
export function parseMove(move: string): ClockMove {
  const [, sign, amount, unit] = /^([+-])(\d+)([smhd])$/.exec(move) ?? [];
  if (amount !== undefined && unit !== undefined) {
    return { shift: (sign === '-' ? -1 : 1) * Number(amount) * (UNIT_MILLISECONDS[unit] ?? 0) };
  }
  const instant = new Date(move);
  if (!canShow(instant.getTime())) {
    throw new Failure(
      `${move} is not a move of the clock`,
      'Write +2h, -10m, +1d, or an instant in the years 1 to 9999, such as 2026-04-13T09:30:00Z.',
      EXIT.usage,
    );
  }
  return { set: instant.toISOString() };
}

/** Moves the local cloud's clock, if a move is given, and reads it. */
export async function readClock(cloud: Endpoints['cloud'], move?: ClockMove): Promise<{ now: string }> {
  const url = `${cloud.endpoint}/_wiredesk/clock`;
  try {
    const response = await fetch(url, {
      method: move ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${cloud.secretAccessKey}`, 'content-type': 'application/json' },
      ...(move && { body: JSON.stringify(move) }),
    });
    if (move && response.status === 400) {
      const remedy = 'The clock shows the years 1 to 9999. Give a smaller move.';
      throw new Failure('the local cloud refused this move of the clock', remedy, EXIT.usage);
    }
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return clock.parse(await response.json());
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      `the local cloud at ${cloud.endpoint} does not answer (${error instanceof Error ? error.message : String(error)})`,
      'Its process may have been killed. Start it again with "npm start".',
      EXIT.unreachable,
    );
  }
}

/**
 * The local cloud's clock as a function. Decisions get the time of this clock, because somebody may have moved it.
 */
export async function localNow(cloud: Endpoints['cloud']): Promise<() => Date> {
  const { now } = await readClock(cloud);
  const offset = Date.parse(now) - Date.now();
  return () => new Date(Date.now() + offset);
}
