import { describe, expect, test } from 'vitest';
import { countOf, dayOf, instantOf, secondsOf } from '../../cli/commands/arguments.ts';
import { Failure } from '../../cli/failure.ts';
import { program } from '../../cli/program.ts';

/** Runs a command line and returns the error that it throws before it opens a pipeline. */
const failureOf = async (...line: string[]): Promise<unknown> =>
  program()
    .parseAsync(['node', 'wiredesk', ...line])
    .catch((error: unknown) => error);

describe('a command line', () => {
  test.each([
    ['receipt list --day 2026-13-45', '"2026-13-45" is not a day'],
    ['receipt list --day 2026-02-29', '"2026-02-29" is not a day'],
    ['receipt list --limit abc', '"abc" is not a number of items'],
    ['article list --day yesterday', '"yesterday" is not a day'],
    ['article list --limit 0', '"0" is not a number of items'],
    ['article list --limit 1.5', '"1.5" is not a number of items'],
    ['ingest . --source desk --timeout soon', '"soon" is not a number of seconds'],
    ['erase desk:x --reason r --seconds -1', '"-1" is not a number of seconds'],
    [
      'article embargo desk:x --until 2026-04-13T13:00',
      '"2026-04-13T13:00" is not an instant with a time zone',
    ],
    ['article embargo desk:x', 'the new end of the embargo is missing'],
    ['article embargo desk:x --until 2026-04-13T13:00Z --lift', '--until and --lift exclude each other'],
  ])('is refused: %s', async (line, message) => {
    const failure = await failureOf(...line.split(' '));
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ message, exit: 2 });
    expect((failure as Failure).remedy).toMatch(/^\S[^\n]+$/);
  });

  test('can contain days, numbers, seconds and instants, and the parsers of arguments.ts read them', () => {
    expect([dayOf('2028-02-29'), countOf('12'), secondsOf('0.5')]).toEqual(['2028-02-29', 12, 0.5]);
    expect(instantOf('2026-04-13T13:00:00+08:00')).toBe('2026-04-13T05:00:00.000Z');
  });

  test.each(['', 'article', 'partner'])(
    'is refused if it has no command after the group "%s"',
    async (group) => {
      const failure = await failureOf(...group.split(' ').filter(Boolean));
      expect(failure).toMatchObject({ message: 'give a command', exit: 2 });
    },
  );

  test('can move the local cloud’s clock back with a value that begins with a hyphen, such as -10m', async () => {
    const nowhere = ['--state', '/nonexistent'];
    expect(await failureOf('local', 'clock', '-10m', ...nowhere)).toMatchObject({ exit: 3 });
    expect(await failureOf('local', 'clock', '-10m', '+1h', ...nowhere)).toMatchObject({ exit: 2 });
  });

  test.each([
    [['add', 'Bad ID', '--name', 'x'], /^<partner>: use lower-case/],
    [
      ['subscribe', 'p', '--alias', 'top', '--channel', 'c', '--territory', 'TW,taiwan'],
      /^--territory: use two/,
    ],
  ])(
    'of "partner" is refused if an argument is wrong, and the error names the argument',
    async (line, message) => {
      expect(await failureOf('partner', ...line)).toMatchObject({
        message: expect.stringMatching(message) as string,
        exit: 2,
      });
    },
  );
});
