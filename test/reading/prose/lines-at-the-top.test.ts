import { describe, expect, test } from 'vitest';
import { paragraphs } from '../../../shared/reading/prose/paragraphs.ts';

const PROSE =
  'The old mill on the river turned again on Sunday, after it had stood\n' +
  'still for forty years, and hundreds of people from the whole valley\n' +
  'came to see and hear the stones, which had lain idle for so long.';
const JOINED = PROSE.replaceAll('\n', ' ');
/** A paragraph that no tool has wrapped. */
const LONG = JOINED;

describe('a line right below the headline is a paragraph of its own', () => {
  const headline = 'The old mill on the river turns again after forty years';
  test.each([
    'By Jane Roe',
    'BY JANE ROE',
    'by Jane Roe and John Doe',
    'By Jane Roe, Political correspondent',
    'Jane Roe, Political correspondent',
    'Von Erika Mustermann',
    'Par Jane Roe',
    'Por Juan Pérez',
    'Di Jane Roe',
    'Автор: Иван Пример',
    '13 April 2026, 09:30',
    'Subtitle: Hundreds came to see it',
  ])('%s', (line) => {
    expect(paragraphs(`${headline}\n${line}\n\n${PROSE}`)).toEqual([headline, line, JOINED]);
    expect(paragraphs(`${headline}\n${line}\n\n${LONG}`)).toEqual([headline, line, LONG]);
    expect(paragraphs(`${headline}\n${line}\n${PROSE}`)).toEqual([headline, line, JOINED]);
  });

  test('a second headline, where the first had room for its first word', () => {
    const deck = 'Hundreds of people came to see the stones move';
    expect(paragraphs(`${headline}\n${deck}\n\n${PROSE}`)).toEqual([headline, deck, JOINED]);
    expect(paragraphs(`${headline}\n${deck}\nBy Jane Roe\n\n${LONG}`)).toEqual([
      headline,
      deck,
      'By Jane Roe',
      LONG,
    ]);
  });
  test('a headline in capitals above a second one in small letters', () => {
    expect(
      paragraphs(`THE OLD MILL ON THE RIVER TURNS AGAIN AT LAST\nHundreds came to see the stones\n\n${LONG}`),
    ).toEqual(['THE OLD MILL ON THE RIVER TURNS AGAIN AT LAST', 'Hundreds came to see the stones', LONG]);
  });
});

describe('a headline of two lines stays one', () => {
  test.each([
    ['THE OLD MILL ON THE RIVER IN THE VALLEY TURNS AGAIN AFTER\nFORTY YEARS OF STANDSTILL'],
    ['The old mill on the river in the valley turns again after\nforty years of standstill'],
    ['Old Mill on the River in the Valley Turns Again After the\nForty Years of Standstill'],
  ])('%s', (headline) => {
    const joined = headline.replace('\n', ' ');
    expect(paragraphs(`${headline}\n\n${PROSE}`)).toEqual([joined, JOINED]);
    expect(paragraphs(`${headline}\nBy Jane Roe\n\n${PROSE}`)).toEqual([joined, 'By Jane Roe', JOINED]);
  });
});

describe('paragraphs that begin with an indent and are wrapped', () => {
  const first = [
    'The old mill on the river turned again on Sunday, after it had',
    'stood still for forty years.',
  ];
  const second = [
    '"We are glad," said the miller, Jane Roe, "that it turns again and',
    'that so many people came to see it."',
  ];
  test.each([
    ['three spaces', '   '],
    ['five spaces', '     '],
    ['a tab', '\t'],
  ])('%s', (_, indent) => {
    const text = [first, second].map((lines) => indent + lines.join('\r\n')).join('\r\n');
    const expected = [first.join(' '), second.join(' ')];
    expect(paragraphs(text)).toEqual(expected);
    expect(paragraphs(`MILL TURNS\r\n\r\nBy JANE ROE\r\n${text}`)).toEqual([
      'MILL TURNS',
      'By JANE ROE',
      ...expected,
    ]);
    expect(paragraphs(`MILL TURNS\r\nBy JANE ROE\r\n${text}\r\n\r\n-30-`)).toEqual([
      'MILL TURNS',
      'By JANE ROE',
      ...expected,
      '-30-',
    ]);
  });
  test('ideographic spaces', () => {
    const line = '渡輪新航線昨日開航首班船載客約二百人有居民希望營辦商在繁忙時間增';
    expect(paragraphs(`　　${line.slice(2)}\n${line}\n加班次。\n　　${line.slice(2)}\n${line}。`)).toEqual([
      `${line.slice(2)}${line}加班次。`,
      `${line.slice(2)}${line}。`,
    ]);
  });
  test('Korean is joined with spaces', () => {
    const lines = [
      '  강가의 옛 방앗간이 일요일 사십 년 만에 다시 돌기 시작했고 마을',
      '주민 수백 명이 나와 그 모습을 지켜보며 오래도록 손뼉을 쳤다고',
      '한다.',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual([lines.join(' ').trim()]);
  });
});

describe('lines that stay lines', () => {
  test.each([
    ['a list', ['Results', '  Valley 3, Harbour 1', '  Mill 2, Bridge 2', '  Town 0, Village 0']],
    [
      'a table',
      [
        'Team          Won    Lost',
        '  Valley        12       3',
        'Harbour        9       6',
        '  Mill           7       8',
      ],
    ],
    ['verse', ['   The mill it turns,', 'the river runs,', '   the miller sleeps,', 'the day is done']],
    [
      'one sentence in each line',
      [
        'The old mill on the river turned again on Sunday.',
        'It had stood still for forty years.',
        'Hundreds came.',
      ],
    ],
  ])('%s', (_, lines) => expect(paragraphs(lines.join('\n'))).toEqual(lines.map((line) => line.trim())));

  test('an entry of a list with a hanging indent is one paragraph', () => {
    expect(paragraphs('- The old mill on the river\n  turned again.\n- Hundreds came.')).toEqual([
      '- The old mill on the river turned again.',
      '- Hundreds came.',
    ]);
  });
});

test('a soft hyphen at the end of a line is left out', () => {
  const text = PROSE.replace('stood\nstill', 'stood some\u00AD\nwhere');
  expect(paragraphs(text)[0]).toContain('stood somewhere');
});
