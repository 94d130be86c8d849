import { EXIT } from './exit.ts';
import { systemError } from './system-errors.ts';

export { EXIT };

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

/**
 * Prints an error in the form that all commands use, and returns the exit code. The stack trace of a defect is printed
 * only if the environment variable WIREDESK_TRACE is set.
 */
export function report(error: unknown): number {
  const known = error instanceof Failure ? error : systemError(error);
  if (known) {
    process.stderr.write(`wiredesk: ${known.message}\n${known.remedy ? `  ${known.remedy}\n` : ''}`);
    return known.exit;
  }
  const message = error instanceof Error ? error.message : String(error);
  const trace = error instanceof Error && process.env['WIREDESK_TRACE'] ? `${error.stack ?? ''}\n` : '';
  process.stderr.write(
    `wiredesk: ${message}\n  This is a defect of Wiredesk. WIREDESK_TRACE=1 shows where it happened.\n${trace}`,
  );
  return EXIT.failed;
}

/**
 * Ends the process with one line and an exit code after an error that nothing has caught. A program such as `head` may
 * close the pipe before everything is written; that is not an error. `closed` is then called instead of an exit.
 */
export function reportUncaught(closed: () => void = () => process.exit(EXIT.ok)): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') closed();
      else process.exit(report(error));
    });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => process.exit(report(error)));
}
