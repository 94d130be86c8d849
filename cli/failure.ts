import { printErrors } from './output.ts';

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

/** Prints an error in the form that all commands use, and returns the exit code. */
export function report(error: unknown): number {
  if (error instanceof Failure) {
    const [first = '', ...others] = error.lines;
    printErrors([`wiredesk: ${first}`, ...others, ...(error.remedy ? [`  ${error.remedy}`] : [])]);
    return error.exit;
  }
  // A message may quote stored text, so only its first line begins at the margin.
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [first = '', ...others] = text.split('\n');
  printErrors([`wiredesk: ${first}`, ...others.map((line) => `    ${line.trim()}`)]);
  return EXIT.failed;
}
