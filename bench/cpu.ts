/** CPU milliseconds of one call, over as many as fill a stretch of time. */
export function cpu(work: () => void, milliseconds = 500): number {
  work();
  const started = process.cpuUsage();
  const end = performance.now() + milliseconds;
  let calls = 0;
  do {
    work();
    calls++;
  } while (performance.now() < end);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 / calls;
}

const ROUNDS = 24;

/** CPU milliseconds of a call of each, in turns, and each one's best: what else the machine does is in neither. */
export function compared(ours: () => void, theirs: () => void): { ours: number; theirs: number } {
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: cpu(ours, 80), theirs: cpu(theirs, 80) }));
  return {
    ours: Math.min(...rounds.map((round) => round.ours)),
    theirs: Math.min(...rounds.map((round) => round.theirs)),
  };
}
