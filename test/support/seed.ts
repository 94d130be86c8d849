/**
 * The seed of generated tests. It is the same on every machine, so that a failure comes from a change of the code and
 * not from other random values. The environment variable `WIREDESK_SEED=n` sets another seed. If an input that was
 * generated from another seed finds a bug, write a test with this input.
 */
export const SEED = Number(process.env['WIREDESK_SEED'] ?? 1);
