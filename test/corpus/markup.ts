import { parseDocument } from 'htmlparser2';
import type { RichText } from '../../shared/reading/item/upstream-item.ts';
import { blocksOf, htmlOf } from '../../shared/reading/markup/blocks.ts';
import { lineOfMarkup } from '../../shared/reading/markup/line-of-markup.ts';
import { sanitise } from '../../shared/reading/markup/sanitise.ts';

/**
 * The form of a text in which the corpus test (feeds.long.test.ts) compares the expected text with the text that
 * Wiredesk read: sanitised, as it would be stored, and without white space between elements.
 */
export const stored = ({ value, type, base }: RichText): string => {
  const html = type === 'html' ? value : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const clean = sanitise(html, base);
  return clean.ok
    ? folded(htmlOf(blocksOf(parseDocument(clean.html).children)))
    : `refused: ${clean.rejection.code}`;
};

export const folded = (text: string): string => text.replace(/\s+/gu, ' ').replace(/>\s+</gu, '><').trim();

export const asHtml = (value: string, base?: string): RichText => ({
  value,
  type: 'html',
  ...(base !== undefined && { base }),
});

export const lineOf = (value: string): string => lineOfMarkup(value, 'html');

/** Whether the sanitiser removes markup from a text (a different spelling of the same markup does not count). */
export function isStripped(value: string): boolean {
  const tags = (html: string): string =>
    [...html.matchAll(/<[a-z][^\s>]*|\s[a-z-]+=/gi)].map(([tag]) => tag.toLowerCase()).join('');
  const clean = sanitise(value, 'http://127.0.0.1/');
  return !clean.ok || tags(value) !== tags(clean.html);
}
