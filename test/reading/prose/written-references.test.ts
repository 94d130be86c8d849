import { describe, expect, test } from 'vitest';
import { withReferencesRead } from '../../../shared/reading/prose/written-references.ts';

describe('references in plain text are read', () => {
  test.each([
    ['The mill won&rsquo;t stop', 'The mill won’t stop'],
    ['M&uuml;hle l&auml;uft', 'Mühle läuft'],
    ['Bread &amp; water &#8211; for &euro;2', 'Bread & water – for €2'],
    ['Caf&#xE9; ferm&eacute; &mdash; dit le maire', 'Café fermé — dit le maire'],
  ])('%s', (written, text) => {
    expect(withReferencesRead(written).text).toBe(text);
  });
});

describe('a text about references or code keeps them', () => {
  test.each([
    'In HTML, &mdash; is a dash',
    'Write &rsquo; for an apostrophe',
    'The sign “&copy;” is shown as a circle',
    'Use &amp;nbsp; to keep words together',
    'See https://example.com/?a=1&copy=2&reg=3',
    'if (a &lt; b) return',
    'R&D; costs',
  ])('%s', (written) => {
    expect(withReferencesRead(written)).toEqual({ text: written, count: 0 });
  });
});
