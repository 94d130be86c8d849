import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Byline } from '../../../shared/domain/article.ts';
import { editorial } from '../../../shared/reading/prose/editorial.ts';
import { detectLanguage } from '../../../shared/reading/prose/language.ts';
import { paragraphs } from '../../../shared/reading/prose/paragraphs.ts';
import { stripReadings } from '../../../shared/reading/prose/readings.ts';
import { chineseArticles } from './articles-zh.ts';
import { traditionalArticles } from './articles-hant.ts';
import { otherArticles } from './articles-other.ts';

const named = ({ name, role }: Byline): string => (role === undefined ? name : `${name}/${role}`);
const edit = (text: string, language: string, headline?: string) =>
  editorial(paragraphs(text), { language, boilerplate: [], ...(headline === undefined ? {} : { headline }) });

describe.each([...chineseArticles, ...traditionalArticles, ...otherArticles])('$name', (article) => {
  const edited = edit(article.text, article.language);

  test('the language is detected', () => {
    expect(detectLanguage(stripReadings(article.text).text, 'und').language).toBe(article.language);
  });
  test('the headline is found', () => expect(edited.headline).toBe(article.headline));
  test('the bylines are found, with their roles', () =>
    expect(edited.bylines.map(named)).toEqual(article.bylines));
  test('the body is every paragraph of the story, in order, and nothing else', () => {
    expect(edited.paragraphs.map(({ text }) => text)).toEqual(article.kept);
  });
  test('everything that was cut is in `removed`', () => {
    expect(edited.removed).toHaveLength(article.removed.length);
    for (const start of article.removed) {
      expect(edited.removed.filter((text) => text.startsWith(start))).not.toEqual([]);
    }
  });
});

const REAL = new URL('../../../../shared/corpus/article/000_6746f52cb6b5c4fc.txt', import.meta.url);

describe.runIf(existsSync(REAL))('a real article of the corpus', () => {
  const text = existsSync(REAL) ? readFileSync(REAL, 'utf8') : '';
  const source = text.split(/\n\n+/u).map((paragraph) => stripReadings(paragraph.trim()).text);
  const edited = edit(text, 'zh-Hant');

  test('Chinese in traditional script is detected although the fallback is English', () => {
    expect(detectLanguage(stripReadings(text).text, 'en')).toEqual({ language: 'zh-Hant', sure: true });
  });
  test('all 210 readings are removed', () => {
    expect(stripReadings(text).count).toBe(210);
    expect(edited.paragraphs.map((paragraph) => paragraph.text).join()).not.toMatch(/[(（]\p{Script=Latin}/u);
  });
  test('the first line is the headline', () => {
    expect(edited.headline).toBe('為進一步以戰時思維、戰時狀態和戰時作風');
  });
  test('all seven names are found, with their roles', () => {
    expect(edited.bylines.map(named)).toEqual([
      '李先強/記者',
      '易哲韜/記者',
      '劉靜/統籌',
      '向雷紅/編輯',
      '文藝芳/校對',
      '蘇健/校審',
      '劉石江/校審',
    ]);
  });
  test('every paragraph between the headline and the credits is kept, in order and unchanged', () => {
    expect(edited.paragraphs.map((paragraph) => paragraph.text)).toEqual(source.slice(1, -5));
    expect(edited.removed).toEqual(source.slice(-5));
  });
});

describe('limits of what is cut', () => {
  test('a text that consists only of credits and boilerplate is kept whole, with a note', () => {
    const edited = edit('记者：张三\n\n免责声明：本文仅代表作者观点。', 'zh-Hans', '标题');
    expect(edited.paragraphs).toHaveLength(2);
    expect(edited.removed).toEqual([]);
    expect(edited.notes.join()).toContain('nothing was cut');
  });
  test('a first paragraph that repeats the headline is cut', () => {
    const edited = edit('Ferry stays\n\nVoters kept the ferry.', 'en', 'Ferry stays');
    expect(edited.paragraphs.map(({ text }) => text)).toEqual(['Voters kept the ferry.']);
  });
  test('a boilerplate rule of the source is used; an invalid regular expression is ignored, with a note', () => {
    const boilerplate = [
      { pattern: '^weather by', kind: 'weather' },
      { pattern: '(', kind: 'broken' },
    ];
    const edited = editorial(['Title', 'A story.', 'Weather by Example'], { language: 'en', boilerplate });
    expect(edited.removed).toEqual(['Weather by Example']);
    expect(edited.notes.join()).toContain('broken');
  });
  test('a boilerplate rule of the source is not used on very long paragraphs', () => {
    const long = `Weather by ${'x'.repeat(2000)}`;
    const boilerplate = [{ pattern: '^weather by', kind: 'weather' }];
    expect(editorial(['Title', long], { language: 'en', headline: 'T', boilerplate }).removed).toEqual([]);
  });
  test('`from` of a kept paragraph is its index in the input', () => {
    const edited = editorial(['Title', 'By Jane Roe', 'A story.'], { language: 'en', boilerplate: [] });
    expect(edited.paragraphs).toEqual([{ text: 'A story.', from: 2 }]);
  });
  test('readings are kept in an article that is not Chinese', () => {
    const edited = edit('A word\n\nThe sign 戰(zhàn) means war.', 'en');
    expect(edited.paragraphs[0]?.text).toBe('The sign 戰(zhàn) means war.');
  });
  test('in a text of many thousand lines, the rules are used only on the first and the last lines', () => {
    const lines = Array.from({ length: 4100 }, (_, at) => `Line ${at} ends here.`);
    lines[2050] = 'By Jane Roe';
    const edited = editorial(lines, { language: 'en', headline: 'T', boilerplate: [] });
    expect(edited.paragraphs.map(({ from }) => from)).toEqual(lines.map((_, at) => at));
    expect(edited.notes.join()).toContain('first and last');
  });
});
