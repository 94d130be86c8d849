import { expect, test } from 'vitest';
import { DEFAULTS, readOne } from '../drafted.ts';

const draftOf = (html: string) =>
  readOne(`<h1>The proof</h1><p>So:</p><p>${html}.</p>`, 'text/html', DEFAULTS);

test.each([
  ['alternative text', '<math alttext="a^2+b^2=c^2"><mi>a</mi></math>', 'a^2+b^2=c^2'],
  ['a power', '<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>', 'E=mc^2'],
  ['layout of the source', '<math>\n  <mi>x</mi>\n  <mo>+</mo>\n  <mn>1</mn>\n</math>', 'x+1'],
  [
    'a fraction',
    '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>',
    '(a+b)/2',
  ],
  ['a root', '<math><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></math>', '√(x+1)'],
  ['indices', '<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>', 'x_i^2'],
  [
    'TeX in an annotation, which is not written twice',
    '<math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">x^{2}</annotation></semantics></math>',
    'x^2',
  ],
  [
    'TeX with commands: the parts',
    '<math alttext="{\\displaystyle {\\sqrt {x}}}"><msqrt><mi>x</mi></msqrt></math>',
    '√(x)',
  ],
  [
    'a formula that is hidden, because a picture shows it',
    '<span><span style="display: none"><math alttext="{\\displaystyle E=mc^{2}}"><mi>E</mi></math></span><img class="mwe-math-fallback-image-inline" aria-hidden="true" src="https://example.com/e.svg" alt="E=mc^2"></span>',
    'E=mc^2',
  ],
  ['TeX in the text', '\\(x^2\\)', '\\(x^2\\)'],
])('a formula is written as text: %s', (_, html, text) => {
  const { content } = draftOf(html);
  expect(
    content.body
      .replaceAll(/<\/?(?:p|span)>/g, '')
      .split('\n')
      .at(-1),
  ).toBe(`${text}.`);
});

test('that a formula was written as text is noted', () => {
  expect(draftOf('<math><mi>x</mi></math>').notes).toContain('formulas were written as text');
});

test('a drawing is left out with a note, and its text is kept on record', () => {
  const { notes, removed } = draftOf(
    '<svg role="img" aria-label="Rents rise"><text>2016: 8 euros</text></svg>',
  );
  expect(notes).toContain('a drawing was left out: Rents rise');
  expect(removed).toEqual(['2016: 8 euros']);
});
