import { Progress } from './output.ts';
import { EXIT } from './failure.ts';

/** Waits until something is so; false if it did not come about in the time. */
export type Wait = (isSo: () => Promise<boolean>, milliseconds: number) => Promise<boolean>;

/** How a command that has to wait for the pipeline does so, and what it tells meanwhile. */
export interface Working {
  wait: Wait;
  say: (text: string) => void;
  /** Something did not come about; the rest did. */
  warn: (text: string) => void;
}

const EVERY_MILLISECONDS = 250;

/** Asks again and again. */
export const poll: Wait = async (isSo, milliseconds) => {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await isSo()) return true;
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
  }
};

/** How a command waits, and says what for. */
export function working(): Working {
  const progress = new Progress();
  return {
    wait: poll,
    say: (text) => progress.say(text),
    warn(text) {
      process.stderr.write(`wiredesk: ${text}\n`);
      process.exitCode = EXIT.failed;
    },
  };
}
