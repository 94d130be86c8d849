import { describe, expect, test } from 'vitest';
import { countOf, dayOf, instantOf, refusePast, secondsOf } from '../../cli/commands/arguments.ts';
import { Failure } from '../../cli/failure.ts';
import { program } from '../../cli/program.ts';

/** What running the command line comes to, before any pipeline is looked for. */
const failureOf = async (...line: string[]): Promise<unknown> =>
  program()
    .parseAsync(['node', 'wiredesk', ...line])
    .catch((error: unknown) => error);

describe('a wrong argument', () => {
  test.each([
    ['receipt list --day 2026-13-45', '"2026-13-45" is no day'],
    ['receipt list --day 2026-02-29', '"2026-02-29" is no day'],
    ['receipt list --limit abc', '"abc" is no number of things'],
    ['article list --day yesterday', '"yesterday" is no day'],
    ['article list --limit 0', '"0" is no number of things'],
    ['article list --limit 1.5', '"1.5" is no number of things'],
    ['ingest . --source desk --timeout soon', '"soon" is no number of seconds'],
    ['erase desk:x --reason r --seconds -1', '"-1" is no number of seconds'],
    ['article embargo desk:x --until 2026-04-13T13:00', '"2026-04-13T13:00" is no instant with a zone'],
    ['article embargo desk:x', 'the embargo’s new end is not named'],
    ['article embargo desk:x --until 2026-04-13T13:00Z --lift', 'an embargo is either moved or lifted'],
  ])('%s', async (line, message) => {
    const failure = await failureOf(...line.split(' '));
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ message, exit: 2 });
    expect((failure as Failure).remedy).toMatch(/^\S[^\n]+$/);
  });

  test('is an end that is past', () => {
    const now = new Date('2026-04-13T09:00:00.000Z');
    expect(() => refusePast('2026-04-13T09:00:00.000Z', now, 'Another one.')).toThrow('is past');
    expect(() => refusePast('2026-04-13T09:00:00.001Z', now, 'Another one.')).not.toThrow();
  });

  test('is none of these', () => {
    expect([dayOf('2028-02-29'), countOf('12'), secondsOf('0.5')]).toEqual(['2028-02-29', 12, 0.5]);
    expect(instantOf('2026-04-13T13:00:00+08:00')).toBe('2026-04-13T05:00:00.000Z');
  });

  test.each(['', 'article', 'partner'])('is none at all: %s', async (group) => {
    const failure = await failureOf(...group.split(' ').filter(Boolean));
    expect(failure).toMatchObject({ message: 'no command is named', exit: 2 });
  });

  test('is not a move of the clock that begins with a hyphen', async () => {
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
  ])('of a partner is called what the help calls it', async (line, message) => {
    expect(await failureOf('partner', ...line)).toMatchObject({
      message: expect.stringMatching(message) as string,
      exit: 2,
    });
  });
});
