/**
 * Where generated tests begin. The same everywhere, so that a change is judged by what it changed and not by what a new
 * throw of the dice finds; `WIREDESK_SEED=n` looks elsewhere, and what it finds becomes a test of its own.
 */
export const SEED = Number(process.env['WIREDESK_SEED'] ?? 1);
