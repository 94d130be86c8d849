import { describe, expect, test } from 'vitest';
import type { Byline } from '../../../../shared/domain/article.ts';
import { fromPlainText } from '../../../../shared/reading/body/plain-text.ts';
import { bodyParagraphs } from '../fixture.ts';
import { PAGE_LINES } from './page-lines.ts';

describe.each(PAGE_LINES)('$language', ({ language, title, prose, over, under, after }) => {
  const read = (
    lines: readonly string[],
  ): { bylines: Byline[]; body: string[]; headline: string; language: string } => {
    const article = fromPlainText(lines.join('\n\n'), { language: 'und', boilerplate: [] });
    return { ...article, body: bodyParagraphs(article.bodyHtml) };
  };
  const story = { headline: title, language, body: prose };

  test.each(over)('a line below the headline is read as credits: $line', ({ line, bylines }) => {
    expect(read([title, line, ...prose])).toMatchObject({ ...story, bylines });
  });

  test.each(under)('a line below the story is read as credits: $line', ({ line, bylines }) => {
    expect(read([title, ...prose, line])).toMatchObject({ ...story, bylines });
  });

  test.each(after)('a line below the story is cut as boilerplate: %s', (line) => {
    expect(read([title, ...prose, line])).toMatchObject({ ...story, bylines: [] });
  });
});
