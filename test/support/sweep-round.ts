import type { SweepServices } from '../../functions/fan-out/services.ts';
import { sweep } from '../../functions/fan-out/sweep.ts';

const MINUTE = 60_000;
/** Two rounds of 15 minutes: one looks for recent submissions of the sources, the other for older ones. */
const ROUNDS_MINUTES = 30;

/** Runs all sweeps of two rounds at once. They look at every source and every feed, if there are only a few. */
export async function sweepRound(services: SweepServices): Promise<void> {
  const start = services.now().getTime();
  for (let minute = 0; minute < ROUNDS_MINUTES; minute++) {
    await sweep({ ...services, now: () => new Date(start + minute * MINUTE) });
  }
}
