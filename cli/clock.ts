import { EXIT, Failure } from './failure.ts';
import { clockOf, type Pipeline } from './pipeline.ts';

const UNIT_MILLISECONDS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads the local cloud's clock; moves it by +2h, -10m and the like, or sets it to an instant. */
export async function moveClock({ local }: Pipeline, move: string | undefined): Promise<{ now: string }> {
  if (local === undefined) {
    throw new Failure('only the local cloud has a clock that can be moved', 'Leave --stack out.', EXIT.usage);
  }
  return clockOf(local, move === undefined ? undefined : parseMove(move));
}

export function parseMove(move: string): { shift: number } | { set: string } {
  const [, sign, amount, unit] = /^([+-])(\d+)([smhd])$/.exec(move) ?? [];
  if (amount !== undefined && unit !== undefined) {
    return { shift: (sign === '-' ? -1 : 1) * Number(amount) * (UNIT_MILLISECONDS[unit] ?? 0) };
  }
  const instant = new Date(move);
  if (Number.isNaN(instant.getTime())) {
    throw new Failure(
      `${move} is no move of the clock`,
      'Write +2h, -10m, +1d, or 2026-04-13T09:30:00Z.',
      EXIT.usage,
    );
  }
  return { set: instant.toISOString() };
}
