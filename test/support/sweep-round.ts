import type { SweepServices } from '../../functions/fan-out/services.ts';
import { sweep } from '../../functions/fan-out/sweep.ts';

const MINUTE = 60_000;
/** In one of two rounds sources are asked for what is new, in the other for what is older. */
const ROUNDS_MINUTES = 30;

/** All sweeps of two rounds, at once: after it every one of a few sources and feeds has had its turn. */
export async function sweepRound(services: SweepServices): Promise<void> {
  const start = services.now().getTime();
  for (let minute = 0; minute < ROUNDS_MINUTES; minute++) {
    await sweep({ ...services, now: () => new Date(start + minute * MINUTE) });
  }
}
