import { describe, expect, test } from 'vitest';
import { peopleInByline, peopleInName } from '../../../../shared/reading/prose/credits/byline-names.ts';
import { readOne } from '../../drafted.ts';

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
  expect(peopleInByline(line, language).bylines).toEqual(bylines);
});

test.each([
  ['Jane Roe', ['Jane Roe']],
  ['Jane Roe, John Doe', ['Jane Roe', 'John Doe']],
  ['Roe, Jane', ['Roe, Jane']],
  ['Example and Sons', ['Example and Sons']],
  ['', []],
])('names are read from the author %j', (name, names) => {
  expect(peopleInName(name, 'en').bylines.map((byline) => byline.name)).toEqual(names);
});

/** A field, its people as `name` or `name/role`, and the parts that name nobody. */
const FIELDS: readonly (readonly [field: string, people: string, left?: readonly string[]])[] = [
  // Job titles
  ['Jane Roe, Harbour correspondent', 'Jane Roe/Harbour correspondent'],
  ['Jane Roe, Senior Editor', 'Jane Roe/Senior Editor'],
  ['Erika Mustermann, Redakteurin', 'Erika Mustermann/Redakteurin'],
  ['Juan Pérez, corresponsal en Lima', 'Juan Pérez/corresponsal en Lima'],
  ['Иван Петренко, корреспондент', 'Иван Петренко/корреспондент'],
  ['Reporter Jane Roe', 'Jane Roe/Reporter'],
  ['김서연 기자', '김서연/기자'],
  ['Jane Roe and John Doe, Staff Writers', 'Jane Roe/Staff Writers + John Doe/Staff Writers'],
  // Outlets, agencies and places
  ['Jane Roe and John Doe, Valmar Herald', 'Jane Roe + John Doe', ['Valmar Herald']],
  ['Jane Roe | Valmar Times', 'Jane Roe', ['Valmar Times']],
  ['Jane Roe/Valmar Post', 'Jane Roe', ['Valmar Post']],
  ['Jane Roe for Valmar Radio', 'Jane Roe', ['for Valmar Radio']],
  ['Jane Roe (Reuters)', 'Jane Roe', ['Reuters']],
  ['Jane Roe, BBC', 'Jane Roe', ['BBC']],
  ['Jane Roe, Lisbon', 'Jane Roe', ['Lisbon']],
  ['Jane Roe, New York', 'Jane Roe', ['New York']],
  ['Jane Roe in Paris and John Doe in Lyon', 'Jane Roe + John Doe', ['in Paris', 'in Lyon']],
  ['Jane Roe, special to the Valmar Post', 'Jane Roe', ['special to the Valmar Post']],
  ['Valmar News', '', ['Valmar News']],
  ['Valmar News, Jane Roe', 'Jane Roe', ['Valmar News']],
  // Dates, times, addresses
  ['By Jane Roe May 4, 2026 9:15 AM', 'Jane Roe'],
  ['Jane Roe, Updated May 4, 2026', 'Jane Roe', ['Updated May 4, 2026']],
  ['Von Erika Mustermann 4. Mai 2026', 'Erika Mustermann'],
  ['Jane Roe, May 4', 'Jane Roe', ['May 4']],
  ['Jane Roe • 5 min read', 'Jane Roe', ['5 min read']],
  ['Jane Roe 2 hours ago', 'Jane Roe', ['2 hours ago']],
  ['Jane Roe @janeroe', 'Jane Roe', ['@janeroe']],
  ['Jane Roe 555-0142-99', 'Jane Roe', ['555-0142-99']],
  ['jane@example.org (Jane Roe)', 'Jane Roe'],
  ['Jane Roe <jane@example.org>', 'Jane Roe'],
  ['Jane Roe, jane@example.org', 'Jane Roe'],
  ['https://social.example.org/janeroe', '', ['https://social.example.org/janeroe']],
  // Accounts and newsrooms
  ['admin', '', ['admin']],
  ['wordpress', '', ['wordpress']],
  ['Staff', '', ['Staff']],
  ['Redaktion', '', ['Redaktion']],
  ['Newsroom', '', ['Newsroom']],
  ['null', '', ['null']],
  ['unknown', '', ['unknown']],
  ['Guest Author', '', ['Guest Author']],
  ['Associated Press', '', ['Associated Press']],
  ['佚名', '', ['佚名']],
  ['janeroe77', '', ['janeroe77']],
  // Lists that a CMS writes
  ['["Jane Roe","John Doe"]', 'Jane Roe + John Doe'],
  ['[{"name":"Jane Roe"},{"name":"John Doe"}]', 'Jane Roe + John Doe'],
  ["['Jane Roe', 'John Doe']", 'Jane Roe + John Doe'],
  // The same person twice
  ['Jane Roe, JANE ROE', 'Jane Roe'],
  ['Iñigo Saez, Íñigo Sáez', 'Íñigo Sáez'],
  // Forms of names
  ['Dr. Jane Roe', 'Dr. Jane Roe'],
  ['Jane Roe, Jr.', 'Jane Roe, Jr.'],
  ['Jane Roe, PhD', 'Jane Roe', ['PhD']],
  ['Jan van der Meer', 'Jan van der Meer'],
  ['Maria de la Cruz Santos Oliveira', 'Maria de la Cruz Santos Oliveira'],
  ['João Pedro da Silva e Souza', 'João Pedro da Silva e Souza'],
  ['Khalid bin Saad al-Harbi', 'Khalid bin Saad al-Harbi'],
  ['Jean-Luc d’Exemple', 'Jean-Luc d’Exemple'],
  ['J. R. Sample', 'J. R. Sample'],
  ['Minta János', 'Minta János'],
  ['Example', 'Example'],
  ['محمد عبد الله', 'محمد عبد الله'],
];

describe('a field that declares authors gives people, and says which parts name nobody', () => {
  test.each(FIELDS.map(([field, people, left]) => ({ field, people, left })))(
    '$field',
    ({ field, people, left }) => {
      const shown = (read: typeof peopleInName): string =>
        read(field, 'en')
          .bylines.map(({ name, role }) => (role === undefined ? name : `${name}/${role}`))
          .join(' + ');
      expect(shown(peopleInName)).toBe(people);
      expect(shown(peopleInByline)).toBe(people);
      if (left !== undefined) expect(peopleInName(field, 'en').left).toEqual(left);
    },
  );
});

const feed = (...creators: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A</title>
<item><title>Bridge opens</title><guid isPermaLink="false">1</guid>${creators
    .map((creator) => `<dc:creator>${creator}</dc:creator>`)
    .join('')}<description>The bridge is open.</description></item></channel></rss>`;

test('a part of an author field that names nobody is named in a note', () => {
  const draft = readOne(feed('Jane Roe and John Doe, Valmar Herald'), 'application/rss+xml');
  expect(draft.content.bylines).toEqual([{ name: 'Jane Roe' }, { name: 'John Doe' }]);
  expect(draft.notes).toContain('author: "Valmar Herald" names no person and was left out');
});

test.each([
  [['Jane Roe', 'Jane Roe']],
  [['Jane Roe', 'Roe, Jane']],
  [['JANE ROE', 'Jane Roe']],
  [['Dr. Jane Roe', 'Jane Roe']],
])('a person who is declared twice, %j, has one byline', (creators) => {
  expect(readOne(feed(...creators), 'application/rss+xml').content.bylines).toHaveLength(1);
});
