import { describe, expect, test } from 'vitest';
import { editorial } from '../../../../shared/reading/prose/editorial.ts';

/** What stays of an article whose headline the sender gave. */
const kept = (paragraphs: string[], language = 'en', headline: string | null = 'Given'): string[] =>
  editorial(paragraphs, { language, boilerplate: [], ...(headline !== null && { headline }) }).paragraphs.map(
    ({ text }) => text,
  );

const LEAD = 'The bakery on the market square raises its prices in June.';
const END = 'A loaf will then cost four euros.';

describe('inside a story, a line that begins like a notice or a credit belongs to the story', () => {
  test.each([
    'Disclaimer: the writer has bought bread there since 2011.',
    'Disclaimer: The views of the baker are his own, as he told the court.',
    'The opinions expressed in this letter cost him his post.',
    '© 1911 Mill & Sons, as the old sign above the door still says.',
    'Authors: Jane Roe, John Doe and Ann Poe',
    'By Jane Roe',
    'Editors: Jane Roe and John Doe',
    'This article may not be reproduced, the sign says.',
  ])('%s', (line) => expect(kept([LEAD, line, END])).toEqual([LEAD, line, END]));

  test.each([
    ['de', 'Der Bäcker am Markt wird teurer.', 'Haftungsausschluss: Der Autor hält Aktien der Bäckerei.'],
    ['es', 'La panadería sube los precios.', 'Aviso legal: el panadero recurrió la multa'],
    ['zh-Hans', '面包店六月起涨价。', '免责声明：本文作者持有该面包店的股份。'],
    ['ja', 'パン屋が六月に値上げする。', '免責事項：筆者はこの店の株を保有している。'],
  ])('%s: %s', (language, first, line) => {
    expect(kept([first, line, first], language)).toEqual([first, line, first]);
  });

  test('advertisements, links to other stories and picture credits are still cut there', () => {
    const edited = editorial([LEAD, 'ADVERTISEMENT', 'Read also: Mill sold', 'Photo: Jane Roe', END], {
      language: 'en',
      headline: 'Given',
      boilerplate: [],
    });
    expect(edited.paragraphs.map(({ text }) => text)).toEqual([LEAD, END]);
    expect(edited.bylines).toEqual([{ name: 'Jane Roe', role: 'Photo' }]);
  });
});

describe('at the end of a story', () => {
  test.each([
    'Disclaimer: The views expressed are those of the author.',
    'Disclaimer: This is for informational purposes only and is not financial advice.',
    '© 2026 The Example. All rights reserved.',
    '© 2026 The Example',
  ])('a notice of the outlet is cut: %s', (line) => expect(kept([LEAD, END, line])).toEqual([LEAD, END]));

  test.each([
    'Disclaimer: the author owns shares in the bakery.',
    'Disclaimer: our flight was paid for by the bakers’ guild.',
    'Disclaimer: Jane Roe is a member of the board of the guild.',
    '© 1911 Mill & Sons is what the sign above the old door says, and it will stay there, the new owner said.',
  ])('what the writer discloses or tells is kept: %s', (line) => {
    expect(kept([LEAD, END, line])).toEqual([LEAD, END, line]);
  });
});

describe('a lead in the same line as the copyright', () => {
  test.each([
    ['en', '© Provided by The Example The old mill turned again on Sunday, after forty years of standstill.'],
    ['en', '(c) Example News The mill turned again.'],
    ['en', 'Copyright 2026 The Example. The mill on the river turned again on Sunday, its owner told us.'],
    ['de', '© Beispiel Zeitung Die alte Mühle dreht sich seit Sonntag wieder, teilte der Verein mit.'],
    ['fr', '© Exemple Le vieux moulin tourne de nouveau depuis dimanche, a indiqué la mairie.'],
    ['zh-Hans', '© 例报 老水车周日重新转动，镇上的人都来看。'],
  ])('%s: %s', (language, line) => {
    expect(kept([line, END], language)).toEqual([line, END]);
    expect(kept(['The mill turns', line, END], language, null)).toEqual([line, END]);
  });
});

describe('what a neighbour depends on stays', () => {
  test('a heading of links stays if its list stays', () => {
    const story = [LEAD, 'Further reading', 'The bread of our fathers', 'A history of rye', END];
    expect(kept(story)).toEqual(story);
  });
  test('a heading over a paragraph of prose stays', () => {
    const story = [LEAD, 'Top stories', 'The oldest of them is that of the baker and the bishop.', END];
    expect(kept(story)).toEqual(story);
  });
  test('a line that the line before introduces stays', () => {
    const story = [LEAD, END, 'The label on the bag reads:', 'All rights reserved'];
    expect(kept(story)).toEqual(story);
  });
  test('a line that introduces a list stays', () => {
    const story = [LEAD, END, 'Contact us:', 'The mill, Jane Roe', 'The bakery, John Doe'];
    expect(kept(story)).toEqual(story);
  });
});

describe('dates above the story', () => {
  const event = [
    'Bread market',
    'Saturday, 14 March 2026, 10:00',
    'Market square, free of charge',
    'Mill day',
    'Sunday, 15 March 2026, 11:00',
    'At the old mill, 5 euros',
    LEAD,
  ];
  test('the days of events stay, with and without a given headline', () => {
    expect(kept(event)).toEqual(event);
    expect(kept(['What is on', ...event], 'en', null)).toEqual(event);
  });
  test('the day of one event stays next to its place and price', () => {
    const one = [
      '14.03.2026, 10:00',
      'Ort: Marktplatz',
      'Eintritt: 5 Euro',
      'Der Markt ist größer als je zuvor.',
    ];
    expect(kept(['Brotmarkt', ...one], 'de', null)).toEqual(one);
  });
  test('a date after the lead stays', () => {
    const story = [LEAD, 'Saturday, 14 March 2026, 10:00', 'Market square', END];
    expect(kept(story)).toEqual(story);
  });
  test('the stamp of a page is cut', () => {
    expect(kept(['Bread gets dearer', '14 March 2026, 10:00', LEAD, END], 'en', null)).toEqual([LEAD, END]);
    expect(
      kept(
        ['Bread gets dearer', 'Bakers blame the frost', 'Published 14 March 2026, 10:00', LEAD],
        'en',
        null,
      ),
    ).toEqual(['Bakers blame the frost', LEAD]);
  });
});

describe('the line with the account below a title on WeChat is cut', () => {
  test.each([
    '原创 张三 例城观察 2026-04-13 08:30 江苏',
    '原创 例城观察',
    '原创：张三',
    '例城观察 2026-04-13 08:30 江苏',
    '张三 例城观察 2026年04月13日 08:30 北京',
  ])('%s', (line) => {
    expect(
      kept(
        ['老水车重新转动', line, '老水车周日重新转动，镇上的人都来看。', '它停了四十年。'],
        'zh-Hans',
        null,
      ),
    ).toEqual(['老水车周日重新转动，镇上的人都来看。', '它停了四十年。']);
  });
  test.each(['原创力从哪里来', '原创音乐节周末开幕，门票免费。'])(
    'a line of the story is kept: %s',
    (line) => {
      const story = ['老水车周日重新转动，镇上的人都来看。', line, '它停了四十年。'];
      expect(kept(['标题', ...story], 'zh-Hans', null)).toEqual(story);
    },
  );
});
