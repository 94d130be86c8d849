import { describe, expect, test } from 'vitest';
import { missing, textIn, withoutLoss, wordsIn } from '../../../shared/reading/body/lost-words.ts';
import { type Draft, plainContent } from '../../../shared/reading/draft/draft.ts';

const draftWith = (body: string, part: Partial<Draft> = {}): Draft => ({
  pubstatus: 'usable',
  content: plainContent({ headline: '', body, language: 'en', bylines: [] }),
  removed: [],
  notes: [],
  ...part,
});
const LEAD = 'The ferry sailed again on Thursday after five months in dock.';
const REST = 'Two new engines were fitted, the port said, and the hull was painted.';

/** What the check says about a draft of the source. */
function checked(source: Parameters<typeof withoutLoss>[1], draft: Draft): string {
  const drafted = withoutLoss({ ok: true, draft }, source);
  if (!drafted.ok) return drafted.rejection.code;
  return drafted.draft.doubt === undefined ? drafted.draft.pubstatus : `withheld ${drafted.draft.doubt.code}`;
}

describe('a draft of two paragraphs', () => {
  test.each<[string, Draft, string]>([
    ['has both', draftWith(`<p>${LEAD}</p><p>${REST}</p>`), 'usable'],
    ['has the first only', draftWith(`<p>${LEAD}</p>`), 'withheld TEXT_LOST'],
    ['has no text', draftWith(''), 'withheld TEXT_LOST'],
    [
      'has the first, and a rule removed the second',
      draftWith(`<p>${LEAD}</p>`, { removed: [REST] }),
      'usable',
    ],
    [
      'has the first, and a note has the second',
      draftWith(`<p>${LEAD}</p>`, { notes: [`left out: ${REST}`] }),
      'usable',
    ],
    [
      'lacks two words',
      draftWith(`<p>${LEAD}</p><p>${REST.replace('the port said, ', '')}</p>`),
      'withheld TEXT_LOST',
    ],
    ['lacks one word', draftWith(`<p>${LEAD}</p><p>${REST.replace('new ', '')}</p>`), 'usable'],
    ['was canceled', draftWith('', { pubstatus: 'canceled' }), 'canceled'],
  ])('that %s', (_name, draft, expected) => {
    expect(checked({ html: `<p>${LEAD}</p>\n<p>${REST}</p>` }, draft)).toBe(expected);
    expect(checked({ text: `${LEAD}\n\n${REST}` }, draft)).toBe(expected);
  });
});

test('a source with few words is lost if none of them is left', () => {
  expect(checked({ html: '<p>Ferry back</p>' }, draftWith(''))).toBe('withheld TEXT_LOST');
  expect(checked({ html: '<p>Ferry back</p>' }, draftWith('<p>Ferry</p>'))).toBe('usable');
  expect(checked({ html: '<p><img src="x" alt="Ferry back"></p>' }, draftWith(''))).toBe('usable');
});

test('the detail counts the lost words and quotes some of them', () => {
  const drafted = withoutLoss({ ok: true, draft: draftWith(`<p>${LEAD}</p>`) }, { text: `${LEAD} ${REST}` });
  expect(drafted.ok && drafted.draft.doubt?.detail).toMatch(
    /^\d+ of 24 words, such as: .*engines were fitted/,
  );
});

test.each([
  ['tags and references', '<p class="a>b">Bread &amp; wine&nbsp;</p>', ['b', 'bread', 'wine']],
  ['comments, scripts and styles', 'a<!-- b --><script>c</script><style>d</style>e', ['a', 'e']],
  ['a script that nothing ends', 'a<script src="x"/>b', ['a', 'b']],
  ['text like a tag', 'if a < b and c > d', ['if', 'a', 'b', 'and', 'c', 'd']],
  ['an invisible character', 'won\u00ADder', ['wonder']],
  ['wide letters', 'ＡＢ 12', ['ab', '12']],
  ['Chinese', '渡輪復航', ['渡', '輪', '復', '航']],
])('the words of markup with %s', (_name, markup, words) => {
  expect(wordsIn(textIn(markup))).toEqual(words);
});

test('a word that occurs twice must be found twice', () => {
  expect(missing(['a', 'b', 'a'], ['a', 'b'])).toEqual(['a']);
});

test.each(['<', '&', '<a', '<!--', '<script>', '</'])('the time for %j × 200,000 is linear', (part) => {
  // A quadratic check needs minutes for this text.
  expect(checked({ html: part.repeat(200_000) }, draftWith('<p>x</p>'))).toBeDefined();
});
