import { afterEach, describe, expect, test, vi } from 'vitest';
import { Failure, report } from '../../cli/failure.ts';
import { printErrors, printJson, printLines, printTable, rewriteLine } from '../../cli/output.ts';
import { linesOfReceipt } from '../../cli/receipt-lines.ts';
import { shellWord } from '../../cli/shell-word.ts';
import { asInstant, receiptIdOf } from '../support/ids.ts';

const FORGED = 'flood\u001b[2J\u009b1A\r\n2026-04-13T09:30:00.000Z  unkill  by chief\u2028x\u0085y\u202e';

/** What the function writes to stdout and stderr, as two texts. */
function written(print: () => unknown): { out: string; err: string } {
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  print();
  const textOf = (spy: typeof out): string => (spy?.mock.calls ?? []).map(([text]) => String(text)).join('');
  return { out: textOf(out), err: textOf(err) };
}
afterEach(() => void vi.restoreAllMocks());

const UNSAFE = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe('text of a stranger', () => {
  test.each<[string, () => unknown, number]>([
    ['a line', () => printLines([FORGED]), 1],
    ['a cell of a table', () => printTable(['ID', 'TITLE'], [['1', FORGED]]), 2],
    ['a header', () => printTable([FORGED], []), 1],
    ['JSON', () => printJson({ [FORGED]: FORGED }), 3],
    ['an error', () => printErrors([FORGED]), 1],
    ['a failure', () => report(new Failure(FORGED, FORGED)), 2],
    ['a failure of several lines', () => report(new Failure([FORGED, FORGED], FORGED)), 3],
  ])('cannot move the cursor or begin a line in %s', (_, print, lines) => {
    const { out, err } = written(print);
    expect(out + err).not.toMatch(UNSAFE);
    expect((out + err).split('\n')).toHaveLength(lines + 1);
  });

  test('cannot begin a line at the margin in an unexpected error', () => {
    const { err } = written(() => report(new Error(FORGED)));
    expect(err).not.toMatch(UNSAFE);
    expect(err).not.toMatch(/^2026/m);
  });

  test('cannot leave the progress line', () => {
    const { err } = written(() => rewriteLine(FORGED));
    expect(err.replace('\r\u001b[K', '')).not.toMatch(UNSAFE);
    expect(err).not.toContain('\n');
  });

  test('stays in its place in a receipt', () => {
    const lines = linesOfReceipt({
      receipt: receiptIdOf('r'),
      source: 'desk',
      receivedAt: asInstant('2026-04-13T09:30:00.000Z'),
      mediaType: `text/plain;${FORGED}`,
      bytes: 1,
      done: true,
      outcomes: [],
    });
    const { out } = written(() => printLines(lines));
    expect(out.split('\n')).toHaveLength(2);
  });
});

describe('a word of a shell', () => {
  test.each([
    ['desk:2026/04/flood-warning', 'desk:2026/04/flood-warning'],
    ['desk:a story', "'desk:a story'"],
    ["it's", String.raw`'it'\''s'`],
    ['$(reboot)', "'$(reboot)'"],
    ['`x`;&|<>*?', "'`x`;&|<>*?'"],
    ['-rf', "'-rf'"],
    ['~/state', "'~/state'"],
    ['', "''"],
  ])('%s is written as %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});
