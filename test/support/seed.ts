/**
 * The seed of generated tests. It is the same everywhere, so that a failure comes from a change of the code and not
 * from other random values. `WIREDESK_SEED=n` tries other values.
 * An input that then finds a bug becomes a test of its own.
 */
export const SEED = Number(process.env['WIREDESK_SEED'] ?? 1);
