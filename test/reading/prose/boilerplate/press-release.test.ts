import { describe, expect, test } from 'vitest';
import { fromPlainText } from '../../../../shared/reading/body/plain-text.ts';
import { bodyParagraphs } from '../fixture.ts';

const read = (lines: readonly string[], language: string): { headline: string; body: string[] } => {
  const article = fromPlainText(lines.join('\n\n'), { language, boilerplate: [] });
  return { headline: article.headline, body: bodyParagraphs(article.bodyHtml) };
};

const STORY = ['The mill turned again on Sunday, after forty years.', 'Hundreds of people came to see it.'];
const GERMAN = [
  'Die Mühle dreht sich seit Sonntag wieder, nach vierzig Jahren.',
  'Hunderte kamen, um das zu sehen.',
];

describe('above the headline of a press release, what it is, its day and its sender are cut', () => {
  test.each([
    [
      'ja',
      ['報道関係者各位', '2026年4月13日', '株式会社れい製粉'],
      '水車が四十年ぶりに回る',
      ['水車が日曜日に再び回り始めました。'],
    ],
    [
      'ja',
      ['プレスリリース', 'れい製粉株式会社'],
      '水車が四十年ぶりに回る',
      ['水車が日曜日に再び回り始めました。'],
    ],
    [
      'ja',
      ['2026年4月13日', '一般社団法人れい協会'],
      '水車が四十年ぶりに回る',
      ['水車が日曜日に再び回り始めました。'],
    ],
    ['en', ['PRESS RELEASE', 'April 13, 2026', 'Example Mills, Inc.'], 'Mill turns again', STORY],
    ['de', ['Pressemitteilung', '13. April 2026', 'Beispiel Mühlen GmbH'], 'Mühle dreht sich wieder', GERMAN],
  ])('%s %j', (language, above, title, story) => {
    expect(read([...above, title, ...story], language)).toEqual({ headline: title, body: story });
  });
  test('the name of a company alone is a headline', () => {
    expect(
      read(['株式会社れい製粉', '水車が日曜日に再び回り始めました。', '多くの人が見に来ました。'], 'ja')
        .headline,
    ).toBe('株式会社れい製粉');
  });
});

describe('below the end of a press release, what is for journalists is cut', () => {
  test.each([
    [['-ENDS-', 'Notes to editors', '1. The mill was built in 1811.', '2. Pictures are on request.']],
    [['ENDS', 'About Example Mills', 'Example Mills is the leading maker of flour in the valley.']],
    [['###', 'About Example Mills', 'Example Mills makes flour.', 'Contact: Jane Roe, jane@example.com']],
    [['-30-', 'For more information:', 'Jane Roe', 'jane@example.com']],
    [['* * *', 'Notes for editors:', 'The mill is listed.']],
    [['Media contact:', 'Jane Roe, Example Mills', 'Tel. 0800 555 0142', 'jane@example.com']],
    [['Press contacts', 'Jane Roe', 'jane@example.com']],
    [['Not for publication:', 'The owner can be reached at home.']],
    [['The following information is not intended for publication', 'Jane Roe, 0800 555 0142']],
    [['-ENDS-']],
    [['###']],
    [['ab/cd']],
  ])('%j', (below) => expect(read(['Mill turns again', ...STORY, ...below], 'en').body).toEqual(STORY));

  test.each([
    [
      [
        '# dpa-Notizblock',
        '## Internet',
        '- Seite der Mühle',
        '## Orte',
        '- Mühle, Am Fluss 1',
        'Dort ist der Ort.',
      ],
    ],
    [['dpa-Notizblock', 'Redaktionelle Hinweise', '- Bilder folgen bis 15.00 Uhr.', 'dpa ab xx a3 cd']],
    [
      [
        '* * * *',
        'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt',
        'Autorin: Jane Roe',
      ],
    ],
    [['– Ende –', 'Über die Beispiel Mühlen GmbH', 'Die Firma mahlt Mehl.']],
    [['Pressekontakt:', 'Erika Mustermann', 'Telefon: 030 555 0142']],
    [['(Ende)']],
  ])('%j', (below) => {
    expect(read(['Mühle dreht sich wieder', ...GERMAN, ...below], 'de').body).toEqual(GERMAN);
  });

  test.each([
    [['***', 'The next day the mill stood still again, and nobody knew why.']],
    [['Notes to editors were all that he ever wrote, his widow said.']],
    [['About the mill, there is nothing more to say, he told us.']],
    [['Contact', 'The mill is open every day from ten to five.']],
    [['The end']],
  ])('text of a story stays: %j', (below) => {
    expect(read(['Mill turns again', ...STORY, ...below], 'en').body).toEqual([...STORY, ...below]);
  });
});
