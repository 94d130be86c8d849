import { onTerminal, printErrors, rewriteLine } from './output.ts';

/** Work that takes less time than this prints no progress. */
const QUIET_MILLISECONDS = 2000;
/** How often a line is printed if stderr is not a terminal. */
const EVERY_MILLISECONDS = 10_000;

/**
 * A progress line for work that takes longer than two seconds. On a terminal each text overwrites the one before. In
 * a file or a pipe a new line is written every ten seconds. The line goes to stderr, so it never mixes with the
 * command's output.
 */
export class Progress {
  readonly #started = Date.now();
  #printed = 0;

  /** Prints a line at once, for the first lines of a program that people wait for. */
  step(text: string): void {
    this.end();
    printErrors([text]);
  }

  say(text: string): void {
    const now = Date.now();
    if (now - this.#started < QUIET_MILLISECONDS) return;
    if (onTerminal()) rewriteLine(text);
    else if (now - this.#printed > EVERY_MILLISECONDS) printErrors([text]);
    else return;
    this.#printed = now;
  }

  /** Removes the progress line from the terminal. */
  end(): void {
    if (this.#printed > 0 && onTerminal()) rewriteLine('');
  }
}
