import { sweep, type SweepServices } from '../../functions/fan-out/sweep.ts';

const MINUTE = 60_000;
const ROUND_MINUTES = 15;

/** All sweeps of a round, at once: after it every one of a few sources and feeds has had its turn. */
export async function sweepRound(services: SweepServices): Promise<void> {
  const start = services.now().getTime();
  for (let minute = 0; minute < ROUND_MINUTES; minute++) {
    await sweep({ ...services, now: () => new Date(start + minute * MINUTE) });
  }
}
