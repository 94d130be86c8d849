/** The CPU milliseconds of one call, averaged over as many calls as fit into `milliseconds`. */
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

const ROUNDS = 15;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * Measures two functions in turn and returns the median CPU milliseconds of one call of each. A measurement includes
 * garbage collection; the median leaves out most of the noise.
 */
export function compared(pipeline: () => void, baseline: () => void): { pipeline: number; baseline: number } {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    pipeline: cpu(pipeline, 160),
    baseline: cpu(baseline, 160),
  }));
  return {
    pipeline: median(rounds.map((round) => round.pipeline)),
    baseline: median(rounds.map((round) => round.baseline)),
  };
}
