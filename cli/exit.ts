/** The exit codes of commands, for scripts. */
export const EXIT = {
  ok: 0,
  /** The command ran, but it could not do all that it was asked to do. */
  failed: 1,
  /** The command line or a file was wrong; nothing was done. */
  usage: 2,
  /** The local cloud or the deployed stack that the command works on did not answer. */
  unreachable: 3,
} as const;
