import { describe, expect, test } from 'vitest';
import { readOne } from '../../drafted.ts';

/** Credits that are recognised by their place below the headline or the story, in plain-text articles. */

const EN =
  'The bridge over the river reopened on Monday, two weeks early, the city council said. Drivers cheered.';
const DE =
  'Die Brücke über den Fluss ist am Montag wieder geöffnet worden, teilte die Stadt mit. Alle jubelten.';
const FR =
  'Le pont sur la rivière a rouvert lundi, avec deux semaines d’avance, a annoncé la ville. Tous sont contents.';
const ZH = '市政府今天表示，跨河大橋提前兩週重新開放，駕駛人都很高興。市長說，這是美好的一天。';

const creditsOf = (text: string): { bylines: string[]; body: string[] } => {
  const { content } = readOne(text, 'text/plain');
  const body = [...content.body.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = '']) => inner);
  return {
    bylines: content.bylines.map(({ name, role }) => (role === undefined ? name : `${name}/${role}`)),
    body,
  };
};

describe('credits below the headline', () => {
  test.each([
    ['Bridge reopens', 'By Jane Roe\nStaff Writer', EN, ['Jane Roe']],
    ['Bridge reopens', 'By Jane Roe\n\nConsumer Reporters', EN, ['Jane Roe']],
    ['Bridge reopens', 'Staff Writer', EN, ['Staff Writer']],
    ['大橋重新開放', '張三 報導', ZH, ['張三/報導']],
    ['大橋重新開放', '（中央社記者張三台北13日電）', ZH, ['張三/記者']],
    ['Le pont rouvre', 'Jane Roe, à Lyon', FR, ['Jane Roe']],
    ['Brücke wieder offen', 'Erika Mustermann, aus Berlin', DE, ['Erika Mustermann']],
  ])('%s: %j', (title, line, prose, bylines) => {
    expect(creditsOf(`${title}\n\n${line}\n\n${prose}\n\n${prose}`)).toEqual({
      bylines,
      body: [prose, prose],
    });
  });

  test.each([
    ['Bridge reopens', 'Jane Roe, Lyon', EN],
    ['大橋重新開放', '連續 報導', ZH],
    ['大橋重新開放', '報導 方針', ZH],
  ])('%s: %s is part of the story', (title, line, prose) => {
    expect(creditsOf(`${title}\n\n${line}\n\n${prose}\n\n${prose}`)).toEqual({
      bylines: [],
      body: [line, prose, prose],
    });
  });
});

describe('credits below the story', () => {
  test.each([
    [DE, '(dpa/em)', ['dpa']],
    [DE, '(AFP)', ['AFP']],
    [DE, '(em)', []],
    [DE, 'ana/boli', []],
    [EN, '(ar/sm)', []],
    [EN, '— Jane Roe', ['Jane Roe']],
    [EN, '-- Jane Roe', ['Jane Roe']],
  ])('%s %s', (prose, line, bylines) => {
    expect(creditsOf(`Bridge\n\n${prose}\n\n${prose}\n\n${line}`)).toEqual({ bylines, body: [prose, prose] });
  });

  test.each([
    [EN, '— Next Week'],
    [EN, '— Jane'],
    [`${EN} “It is a good day.”`, '— Jane Roe'],
  ])('%s %s is part of the story', (prose, line) => {
    expect(creditsOf(`Bridge\n\n${prose}\n\n${prose}\n\n${line}`)).toEqual({
      bylines: [],
      body: [prose, prose, line],
    });
  });
});

test('two adjacent lines of credits are not joined as a wrapped line is, so each gives its own bylines', () => {
  const prose = [
    'RIVERBEND — The bridge reopened on Monday, two weeks early, the city said. Drivers cheered.',
    '"It is a good day," the mayor said.',
  ];
  const text = `Bridge reopens two weeks early\n\nBy Jane Roe and John Doe\nPhotographs by Erika Mustermann\n\n${prose.join('\n\n')}

Editing by John Doe; Additional reporting by Juan Pérez\n\nRead more: Old bridge torn down\nSign up for our newsletter\n© 2026 The Example. All rights reserved.`;
  expect(creditsOf(text)).toEqual({
    bylines: [
      'Jane Roe',
      'John Doe',
      'Erika Mustermann/Photographs',
      'John Doe/Editing',
      'Juan Pérez/Additional reporting',
    ],
    body: prose,
  });
});
