import { Progress } from './output.ts';
import type { Working } from './partner.ts';
import type { Wait } from './partners.ts';

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
  return { wait: poll, say: (text) => progress.say(text) };
}
