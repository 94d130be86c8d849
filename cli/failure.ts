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

/** An error for the person at the terminal: what happened, to which thing, and what to do about it. */
export class Failure extends Error {
  readonly exit: number;
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string, exit: number = EXIT.failed) {
    super(message);
    this.name = 'Failure';
    this.remedy = remedy;
    this.exit = exit;
  }
}

/** Prints an error in the form that all commands use, and returns the exit code. */
export function report(error: unknown): number {
  if (error instanceof Failure) {
    process.stderr.write(`wiredesk: ${error.message}\n${error.remedy ? `  ${error.remedy}\n` : ''}`);
    return error.exit;
  }
  process.stderr.write(
    `wiredesk: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.failed;
}
