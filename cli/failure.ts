/** How a command ends: scripts tell these apart. */
export const EXIT = {
  ok: 0,
  /** The command ran, and something it was asked for did not come about. */
  failed: 1,
  /** The command line or a file was wrong; nothing was done. */
  usage: 2,
  /** No pipeline answers where one was looked for. */
  unreachable: 3,
} as const;

/** What the person at the terminal is told: what happened, to which thing, and what to do about it. */
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

/** Prints an error the way all commands do and gives the exit code. */
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
