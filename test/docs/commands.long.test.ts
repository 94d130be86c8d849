import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalStack, startLocalStack } from './local-stack.ts';
import { failuresOf } from './page-script.ts';
import { PAGES } from './shell-commands.ts';

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack();
});
afterAll(() => stack.stop());

/** The pages are run on one cloud, in this order. `WIREDESK_DOCS=verbose` prints what each command answers. */
test.each(PAGES)(
  'every command of %s that can be run on the local cloud does what the page says',
  async (page) => {
    const failures = await failuresOf(page, stack);
    expect(failures.join('\n\n')).toBe('');
  },
  // A page has up to 90 commands. Each starts a process, for which a busy machine takes ten seconds.
  60 * 60_000,
);
