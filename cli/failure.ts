import { EXIT } from './exit.ts';
import { onOutputError, printErrors } from './output.ts';
import { systemError } from './system-errors.ts';

export { EXIT };

/** An error for the person at the terminal: what happened, to which thing, and what to do about it. */
export class Failure extends Error {
  readonly exit: number;
  readonly remedy: string | undefined;
  readonly lines: readonly string[];

  /** `message`: one line, or several lines as a list. A line end inside a line is shown as an escape. */
  constructor(message: string | readonly string[], remedy?: string, exit: number = EXIT.failed) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'));
    this.name = 'Failure';
    this.lines = lines;
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
    const [first = '', ...others] = error instanceof Failure ? error.lines : [known.message];
    printErrors([`wiredesk: ${first}`, ...others, ...(known.remedy ? [`  ${known.remedy}`] : [])]);
    return known.exit;
  }
  // A message may quote stored text, so only its first line begins at the margin.
  const traced = error instanceof Error && process.env['WIREDESK_TRACE'] ? error.stack : undefined;
  const text = traced ?? (error instanceof Error ? error.message : String(error));
  const [first = '', ...others] = text.split('\n');
  printErrors([
    `wiredesk: ${first}`,
    ...others.map((line) => `    ${line.trim()}`),
    '  This is a defect of Wiredesk. WIREDESK_TRACE=1 shows where it happened.',
  ]);
  return EXIT.failed;
}

/**
 * Ends the process with one line and an exit code after an error that nothing has caught. A program such as `head` may
 * close the pipe before everything is written; that is not an error. `closed` is then called instead of an exit.
 */
export function reportUncaught(closed: () => void = () => process.exit(EXIT.ok)): void {
  onOutputError((error) => {
    if (error.code === 'EPIPE') closed();
    else process.exit(report(error));
  });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => process.exit(report(error)));
}
