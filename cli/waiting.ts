import type { Wait, Waiting } from '../shared/operations/waiting.ts';
import { EXIT } from './failure.ts';
import { printErrors } from './output.ts';
import { Progress } from './progress.ts';

const POLL_MILLISECONDS = 250;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Checks the condition four times a second. */
export const poll: Wait = async (condition, milliseconds) => {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await pause(POLL_MILLISECONDS);
  }
};

/** How a command waits: it polls and shows its progress. If it has printed a warning, its exit code is 1. */
export function commandWaiting(): Waiting {
  const progress = new Progress();
  return {
    wait: poll,
    say: (text) => progress.say(text),
    warn(text) {
      printErrors([`wiredesk: ${text}`]);
      process.exitCode = EXIT.failed;
    },
  };
}
