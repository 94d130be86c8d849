import type { SweepServices } from '../../functions/fan-out/services.ts';
import { sweep } from '../../functions/fan-out/sweep.ts';

const MINUTE = 60_000;
/** Two rounds of 15 minutes: in one of them the sweeps look at recent submissions, in the other at older ones. */
const ROUNDS_MINUTES = 30;

/** Runs all sweeps of two rounds one after the other. With few sources and feeds, they look at all of them. */
export async function sweepRound(services: SweepServices): Promise<void> {
  const start = services.now().getTime();
  for (let minute = 0; minute < ROUNDS_MINUTES; minute++) {
    await sweep({ ...services, now: () => new Date(start + minute * MINUTE) });
  }
}
