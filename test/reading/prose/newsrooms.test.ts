import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editorial } from '../../../shared/reading/prose/editorial.ts';
import { fromPlainText } from '../../../shared/reading/body/plain-text.ts';
import { asRead, newsrooms } from './newsroom.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const bodyOf = (html: string): string[] =>
  [...html.matchAll(/<p>(.*?)<\/p>/gsu)].map(([, text = '']) =>
    asRead(text.replaceAll('<br>', ' ').replace(/&\w+;/gu, (entity) => ENTITIES[entity] ?? entity)),
  );
const squeezed = (text: string): string => text.replace(/\s+/gu, '');

const all = newsrooms();

test('there are more than 80 test articles', () => expect(all.length).toBeGreaterThan(80));

describe.each(all)('$name', (newsroom) => {
  const article = fromPlainText(newsroom.text, { language: 'und', boilerplate: [] });

  test('the language is detected', () => expect(article.language).toBe(newsroom.language));
  test('the headline is found', () => expect(asRead(article.headline)).toBe(asRead(newsroom.headline)));
  test('the bylines are found, with their roles', () => {
    expect(article.bylines.map(({ name, role = '' }) => `${role}/${name}`).sort()).toEqual(newsroom.bylines);
  });
  test('the body is every paragraph of the story, in order, and nothing else', () => {
    expect(bodyOf(article.bodyHtml)).toEqual(newsroom.kept.map(asRead));
  });
  test('every line that must be cut is in `removed`', () => {
    const record = squeezed(article.removed.join('\n'));
    for (const line of newsroom.cut) expect(record).toContain(squeezed(line));
  });
});

/** In story-lines.txt, a line with a language tag comes before the lines of that language. */
const storyLines = readFileSync(new URL('story-lines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .reduce<{ language: string; lines: string[] }[]>((groups, line) => {
    if (/^[a-z]{2}(?:-\w+)?$/u.test(line)) return [...groups, { language: line, lines: [] }];
    groups.at(-1)?.lines.push(line);
    return groups;
  }, [])
  .flatMap(({ language, lines }) => lines.map((line) => ({ language, line })));

describe('a line of a story that begins like a credit or a notice is kept', () => {
  const [first, second] = ['The first sentence of a story。', 'The second one。'];
  test.each(storyLines)('$language: $line', ({ language, line }) => {
    const context = { language, headline: 'Given', boilerplate: [] };
    const orders = {
      above: [line, first, second],
      between: [first, line, second],
      below: [first, second, line],
      'before credits': [first, line, '编辑：张三'],
    };
    for (const [order, paragraphs] of Object.entries(orders)) {
      const kept = editorial(paragraphs, context).paragraphs.map(({ text }) => text);
      expect(kept, order).toContain(line);
    }
  });
});
