import { expect, test } from 'vitest';
import { paragraphs } from '../../../shared/reading/prose/paragraphs.ts';

test.each([
  ['blank lines separate paragraphs', 'One.\n\nTwo.\n \t\nThree.', ['One.', 'Two.', 'Three.']],
  ['CRLF and CR end lines', 'One.\r\n\r\nTwo.\r\rThree.', ['One.', 'Two.', 'Three.']],
  [
    'the characters U+2028, U+0085 and form feed end a line',
    'One.\u2028Two.\u0085Three.\fFour.',
    ['One.', 'Two.', 'Three.', 'Four.'],
  ],
  ['ideographic spaces at line starts are removed', '　　第一段。\n　　第二段。　', ['第一段。', '第二段。']],
  [
    'if the lines are not wrapped, each line is a paragraph',
    'Title\nA first sentence here.\nA second one.',
    ['Title', 'A first sentence here.', 'A second one.'],
  ],
  [
    'two lines in wide characters are one paragraph if only the second ends a sentence',
    '물레방아\n\n물레방아가 월요일부터 다시 돌아가게 되면서 마을은\n두 곳의 길을 열었다.\n\n모두 기뻐했다.',
    ['물레방아', '물레방아가 월요일부터 다시 돌아가게 되면서 마을은 두 곳의 길을 열었다.', '모두 기뻐했다.'],
  ],
  [
    'two lines in wide characters without a full stop are two entries',
    '水車\n\n成人的門票是每人新台幣一百二十元整起\n兒童的門票是每人新台幣六十元整以內\n\n很便宜。',
    ['水車', '成人的門票是每人新台幣一百二十元整起', '兒童的門票是每人新台幣六十元整以內', '很便宜。'],
  ],
  [
    'indents of ideographic spaces begin paragraphs in narrow columns',
    '　　水車が月曜日から動くと町が話\nした。\n　　見物の人も多く来ると町長は見\nている。',
    ['水車が月曜日から動くと町が話した。', '見物の人も多く来ると町長は見ている。'],
  ],
  ['control characters are removed', 'O\u0000ne\u0007.', ['One.']],
  ['text is written in Unicode normal form C', 'Cafe\u0301', ['Café']],
  ['an empty text has no paragraphs', ' \n\n　\n', []],
])('%s', (_, text, expected) => expect(paragraphs(text)).toEqual(expected));

test('hard-wrapped prose is joined, with spaces', () => {
  const wrapped =
    'Voters in a small harbour town decided on Tuesday to keep their century\n' +
    'old ferry, turning down a plan for a bridge that the council had drawn\n' +
    'up two years ago.';
  expect(paragraphs(wrapped)).toEqual([wrapped.replaceAll('\n', ' ')]);
});

test('a line that had room for the first word of the next line is not joined with it', () => {
  const byline = 'By Jane Roe and John Doe\nPhotographs by Erika Mustermann';
  const footer =
    'Read more: Old bridge torn down\nSign up for our newsletter\n© 2026 The Example. All rights reserved.';
  expect(paragraphs(`Bridge\n\n${byline}\n\nIt reopened.\n\n${footer}`)).toEqual([
    'Bridge',
    ...byline.split('\n'),
    'It reopened.',
    ...footer.split('\n'),
  ]);
});

test('lines that the tool fmt made equally long are joined', () => {
  const even = [
    'The bridge over the river reopened on Monday, two weeks early, and',
    'the city council said that the work had cost less than it feared a',
    'year ago. Drivers cheered as they crossed it for the first time.',
  ];
  expect(paragraphs(even.join('\n'))).toEqual([even.join(' ')]);
});

test('hard-wrapped Chinese is joined without spaces', () => {
  const line = '渡輪新航線昨日開航首班船載客約二百人有居民希望營辦商在繁忙時間增';
  expect(paragraphs(`${line}\n${line}\n加班次。`)).toEqual([`${line}${line}加班次。`]);
});

test('long lines that each end a sentence are not joined', () => {
  const line = 'Voters in a small harbour town decided on Tuesday to keep their ferry.';
  expect(paragraphs(`${line}\n${line}\n${line}`)).toEqual([line, line, line]);
});

test('verse between blank lines stays together', () => {
  const verse = '床前的灯亮着\n窗外的雨停了\n我写下一行字';
  expect(paragraphs(`标题\n\n他念道：\n\n${verse}\n\n众人鼓掌。`)).toEqual([
    '标题',
    '他念道：',
    verse,
    '众人鼓掌。',
  ]);
});

test('the lines of a block of credits are separate paragraphs, not verse', () => {
  expect(paragraphs('正文。\n\n编辑：李四\n校对：王五\n审核：赵六')).toHaveLength(4);
});
