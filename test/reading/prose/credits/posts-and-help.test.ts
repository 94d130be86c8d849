import { expect, test } from 'vitest';
import { editorial } from '../../../../shared/reading/prose/editorial.ts';
import { peopleInName } from '../../../../shared/reading/prose/credits/byline-names.ts';
import { creditsIn } from '../../../../shared/reading/prose/credits/credits.ts';
import type { Byline } from '../../../../shared/domain/article.ts';

const shown = (bylines: readonly Byline[]): string =>
  bylines.map(({ name, role }) => (role === undefined ? name : `${name}/${role}`)).join(' + ');

test.each([
  ['en', 'By our correspondent Jane Roe', 'Jane Roe/correspondent'],
  ['es', 'Por nuestra corresponsal Ana Ejemplo', 'Ana Ejemplo/corresponsal'],
  ['fr', 'Par notre envoyée spéciale Anne Exemple', 'Anne Exemple/envoyée spéciale'],
  ['pt', 'Por nossa enviada especial Joana Exemplo', 'Joana Exemplo/enviada especial'],
  ['it', 'Dalla nostra inviata Maria Esempio', 'Maria Esempio/inviata'],
  ['nl', 'Door onze correspondent Jan de Vries', 'Jan de Vries/correspondent'],
  ['ru', 'Корреспондент Анна Примерова', 'Анна Примерова'],
  ['ko', '글·사진 이지은 선임기자', '이지은/글·사진'],
  ['fr', 'Par Anne Exemple (avec AFP), envoyée spéciale à Brest', 'Anne Exemple'],
  ['en', 'By Jane Roe, with additional reporting by John Doe', 'Jane Roe + John Doe/contributor'],
  ['fr', 'Par Anne Exemple avec la contribution de Paul Modèle', 'Anne Exemple + Paul Modèle/contributor'],
  ['en', 'By Jane Roe with files from Reuters', 'Jane Roe'],
  ['en', 'By Jane Roe, as told to John Doe', 'Jane Roe + John Doe/as told to'],
  ['en', 'As told to Jane Roe', 'Jane Roe/As told to'],
  [
    'fr',
    'Par Anne Exemple, propos recueillis par Paul Modèle',
    'Anne Exemple + Paul Modèle/propos recueillis par',
  ],
  ['it', 'Di Maria Esempio, testo raccolto da Mario Rossi', 'Maria Esempio + Mario Rossi/testo raccolto da'],
  ['en', 'A secret as told to the whole village', ''],
  ['ru', 'МОСКВА. /ТАСС/. Мост открыт.', ''],
  ['ru', 'Мост (корреспондент видел его) снова открыт.', ''],
  ['en', 'By New York Standards', ''],
  ['da', 'Af Eva Eksempel', 'Eva Eksempel'],
])('in %s, the post before a name and the help behind it are read: %s', (language, line, people) => {
  expect(shown(creditsIn(line, language).flatMap(({ bylines }) => bylines))).toBe(people);
});

test.each([
  ['Roe, Jane; Doe, John', 'Roe, Jane + Doe, John'],
  ['Jane Roe; John Doe, Editor', 'Jane Roe + John Doe/Editor'],
  ['Jane Roe, with additional reporting by John Doe', 'Jane Roe + John Doe/contributor'],
  ['Door onze verslaggever Jan de Vries', 'Jan de Vries/verslaggever'],
  ['newsdesk@example.org', ''],
  ['web-desk@example.org', ''],
  ['jane.roe@example.org', 'jane.roe@example.org'],
  ['Our Lady of Peace', 'Our Lady of Peace'],
])('an author field names people: %s', (field, people) => {
  expect(shown(peopleInName(field, 'en').bylines)).toBe(people);
});

const read = (language: string, ...paragraphs: string[]): { people: string; kept: string[] } => {
  const edited = editorial(paragraphs, { language, headline: 'Given', boilerplate: [] });
  return { people: shown(edited.bylines), kept: edited.paragraphs.map(({ text }) => text) };
};
const STORY = ['The mill turned again on Sunday.', 'Hundreds of people watched.'];

test.each([
  ['Jane Roe · 12 May 2026 · 4 min read', 'Jane Roe', STORY],
  // Without the time that reading takes, the name may be that of a place.
  ['Cedar Rapids · 12 May 2026', '', ['Cedar Rapids · 12 May 2026', ...STORY]],
])('a name beside the time that reading takes is a byline: %s', (line, people, kept) => {
  expect(read('en', line, ...STORY)).toEqual({ people, kept });
});

test('the author of a book whose title stands above is no author of the story', () => {
  const books = ['The Long Mill', 'by Jane Roe', ...STORY, 'Flour', 'by Ann Poe', 'A novel of bread.'];
  expect(read('en', 'By John Doe', ...books)).toEqual({ people: 'John Doe', kept: books });
});

test.each(['ana/bo (Reuters, AFP)', 'ana (dpa/afp)', 'ana/bo'])(
  'initials below a story are cut: %s',
  (line) => {
    expect(read('en', ...STORY, line).kept).toEqual(STORY);
  },
);
test('initials with other words in brackets stay', () => {
  expect(read('en', ...STORY, 'ham (and eggs)').kept).toContain('ham (and eggs)');
});

test.each([
  ['【大阪本社・佐藤太郎】橋が開いた。', '佐藤太郎', '【大阪本社】橋が開いた。'],
  ['【函館支局 佐藤太郎】橋が開いた。', '佐藤太郎', '【函館支局】橋が開いた。'],
  ['【訃報・佐藤太郎】橋が開いた。', '', '【訃報・佐藤太郎】橋が開いた。'],
])('a Japanese newsroom and its reporter before a story: %s', (line, people, rest) => {
  expect(read('ja', line, '市民が集まった。')).toEqual({ people, kept: [rest, '市民が集まった。'] });
});

test('the author of a story that an account took from another account is credited', () => {
  const line = '以下文章来源于山海记忆 ，作者张三';
  expect(read('zh-Hans', line, '昨天上午，大桥重新开放。', '市民都很高兴。')).toEqual({
    people: '张三',
    kept: ['昨天上午，大桥重新开放。', '市民都很高兴。'],
  });
});
