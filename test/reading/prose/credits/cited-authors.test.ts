import { expect, test } from 'vitest';
import { editorial } from '../../../../shared/reading/prose/editorial.ts';

const read = (paragraphs: string[], language = 'en'): { bylines: string[]; kept: string[] } => {
  const { bylines, paragraphs: kept } = editorial(paragraphs, {
    language,
    headline: 'Given',
    boilerplate: [],
  });
  return { bylines: bylines.map(({ name }) => name), kept: kept.map(({ text }) => text) };
};
const [FIRST, SECOND, THIRD] = [
  'A study looks at rivers.',
  'It is about bridges.',
  'It found that they last.',
];

test.each([
  ['en', 'By Jane Roe', 'Authors: Ann Poe, Max Poe and Una Sample'],
  ['en', 'By Jane Roe', 'Author: Ann Poe'],
  ['en', 'By Jane Roe', 'By Ann Poe'],
  ['de', 'Von Erika Mustermann', 'Autoren: Anna Muster, Max Poe'],
  ['es', 'Por Juan Pérez', 'Autores: Ana Ejemplo y Luis Gil'],
  ['ru', 'Автор: Иван Петренко', 'Авторы: Анна Примерова, Пётр Образцов'],
])('in %s, authors who are cited between two sentences of a story are part of it: %s, %s', (...row) => {
  const [language, own, cited] = row;
  const { bylines, kept } = read([own, FIRST, cited, SECOND], language);
  expect(bylines).toHaveLength(1);
  expect(kept).toEqual([FIRST, cited, SECOND]);
});

test.each([
  ['below an introduction', [FIRST, 'By Jane Roe', SECOND, THIRD], [FIRST, SECOND, THIRD]],
  ['below the story', [FIRST, SECOND, 'Author: Jane Roe'], [FIRST, SECOND]],
  [
    'above a sentence about the author',
    [FIRST, SECOND, 'By Jane Roe', 'Jane Roe is a reporter.'],
    [FIRST, SECOND, 'Jane Roe is a reporter.'],
  ],
])('an author %s is the author of the story', (_, paragraphs, kept) => {
  expect(read(paragraphs)).toEqual({ bylines: ['Jane Roe'], kept });
});

test('a photographer who is credited between two paragraphs is credited', () => {
  expect(read(['By Jane Roe', FIRST, SECOND, 'Photo: Ann Poe', THIRD]).bylines).toEqual([
    'Jane Roe',
    'Ann Poe',
  ]);
});

test.each([
  ['原创 张三 山海观察 2026-03-11 08:30 江苏', ['张三']],
  ['原創 李四 山海觀察 2026年3月11日 08:30', ['李四']],
  ['原创 山海观察 2026-03-11 08:30 发表于北京', []],
  ['张三 山海观察 2026-03-11 08:30 浙江', ['张三']],
])('the line of an account below the headline is cut: %s', (line, names) => {
  const story = ['昨天上午，大桥重新开放。', '市民都很高兴。'];
  // With a headline that the sender gave, the line is the first paragraph.
  expect(read([line, ...story], 'zh-Hans')).toEqual({ bylines: names, kept: story });
  const { paragraphs, bylines } = editorial(['大桥重新开放', line, ...story], {
    language: 'zh-Hans',
    boilerplate: [],
  });
  expect(bylines.map(({ name }) => name)).toEqual(names);
  expect(paragraphs.map(({ text }) => text)).toEqual(story);
});
test('a place and a date below the headline are not the line of an account', () => {
  const { paragraphs } = editorial(
    ['大桥重新开放', '山海 2026-03-11 会议 纪要', '市民都很高兴。', '大桥很好。'],
    {
      language: 'zh-Hans',
      boilerplate: [],
    },
  );
  expect(paragraphs.map(({ text }) => text)).toContain('山海 2026-03-11 会议 纪要');
});
