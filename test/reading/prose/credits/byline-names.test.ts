import { expect, test } from 'vitest';
import { bylinesIn, creditedIn } from '../../../../shared/reading/prose/credits/byline-names.ts';

test.each([
  ['By Jane Roe and John Doe', 'en', [{ name: 'Jane Roe' }, { name: 'John Doe' }]],
  ['roe, doe', 'en', [{ name: 'roe' }, { name: 'doe' }]],
  [
    '記者：張三、李四',
    'zh-Hant',
    [
      { name: '張三', role: '記者' },
      { name: '李四', role: '記者' },
    ],
  ],
  ['', 'en', []],
])('names and roles are read from the byline %j', (line, language, bylines) => {
  expect(bylinesIn(line, language)).toEqual(bylines);
});

test.each([
  ['Jane Roe', ['Jane Roe']],
  ['Jane Roe, John Doe', ['Jane Roe', 'John Doe']],
  ['Roe, Jane', ['Roe, Jane']],
  ['Example and Sons', ['Example and Sons']],
  ['', []],
])('names are read from the author %j', (name, names) => {
  expect(creditedIn(name, 'en').map((byline) => byline.name)).toEqual(names);
});
