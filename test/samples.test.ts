import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfigurationFile } from '../cli/configuration-file.ts';
import { readSubmission } from '../shared/reading/read.ts';
import type { Draft } from '../shared/reading/draft/draft.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const MEDIA_TYPES: Record<string, string> = {
  '.txt': 'text/plain',
  '.html': 'text/html',
  '.json': 'application/json',
  '.xml': 'application/xml',
};

const configuration = readConfigurationFile(join(SAMPLES, 'wiredesk.yaml'));

/** The articles in a sample file, read with the defaults of their source. */
function draftsOf(source: string, file: string): Draft[] {
  const defaults = configuration.sources.find(({ id }) => id === source);
  if (defaults === undefined) throw new Error(`samples/wiredesk.yaml has no source ${source}`);
  const bytes = readFileSync(join(SAMPLES, 'articles', source, file));
  return readSubmission({ bytes, mediaType: MEDIA_TYPES[extname(file)] ?? '' }, defaults).map((drafted) => {
    if (!drafted.ok) throw new Error(`${file}: ${drafted.rejection.code} ${drafted.rejection.detail}`);
    return drafted.draft;
  });
}

/**
 * For each sample file: its path; the headline, language and authors that must be read; the texts that must be cut.
 */
const EXPECTED: [string, string, string[]][] = [
  [
    'desk/bridge-reopens.txt',
    'Mill Bridge reopens two weeks early | en | Jane Roe',
    [
      'By Jane Roe',
      'Read also: Ferry adds a late crossing on Fridays',
      'The Riverbend Courier is printed on recycled paper. Please pass it on.',
    ],
  ],
  [
    'desk/buecherbus.html',
    'Der Bücherbus fährt wieder | de | Erika Mustermann',
    ['Von Erika Mustermann', 'Lesen Sie auch: Neue Fahrradstraße am Kanal'],
  ],
  [
    'desk/morning-market.txt',
    '港の朝市、百回目を迎える | ja | 山田太郎 (文・写真)',
    ['（文・写真　山田太郎）', '関連記事：渡し船、金曜の最終便を延長'],
  ],
  ['desk/night-market.html', '碼頭夜市下月起延長一小時 | zh-Hant | ', []],
  [
    'desk/old-bakery.txt',
    '老麵包店搬回河邊街 | zh-Hant | 張三 (記者), 李四 (編輯), 張三 (校對)',
    [
      '本報記者 張三　編輯 李四　校對 張三',
      '相關閱讀：磨坊橋提前兩週通車',
      '免責聲明：本文僅供參考，營業時間以店家公告為準。',
    ],
  ],
  [
    'desk/panaderia.txt',
    'La panadería de la plaza vuelve a abrir con horno de leña | es | Juan Pérez',
    ['Por Juan Pérez', 'Síguenos en nuestras redes y no te pierdas nada'],
  ],
  ['desk/school-garden.html', 'Pupils sell their first harvest | en | ', []],
  ['wire/feria-del-libro.json', 'La feria del libro se muda al muelle | es | Juan Pérez', []],
  ['wire/ferry.json', 'Ferry adds a late crossing on Fridays | en | Jane Roe, John Doe', []],
  ['wire/lanterns.xml', 'Paper lanterns light the mill race | en | Jane Roe', []],
  ['wire/toshokan.json', '図書館、夜九時まで開館へ | ja | 山田太郎', []],
  ['wire/tower-clock.json', 'Tower clock strikes again after a year | en | JANE ROE', []],
  [
    'wire/weekend.json',
    'A pot of leek soup for ninety | en | John Doe\nLasst die Drehorgel spielen | de | Erika Mustermann',
    [],
  ],
];

const line = ({ content }: Draft): string => {
  const authors = content.bylines.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`));
  return [content.headline, content.language, authors.join(', ')].join(' | ');
};

describe('the sample articles', () => {
  test('are all in the list EXPECTED of this file', () => {
    const files = configuration.sources.flatMap(({ id }) =>
      readdirSync(join(SAMPLES, 'articles', id)).map((file) => `${id}/${file}`),
    );
    expect(files.toSorted()).toEqual(EXPECTED.map(([path]) => path).toSorted());
  });

  test.each(EXPECTED)(
    '%s is read with the expected headline, language and authors, and the rules cut the expected text',
    (path, expected, removed) => {
      const [source = '', file = ''] = path.split('/');
      const drafts = draftsOf(source, file);
      expect(drafts.map(line).join('\n')).toBe(expected);
      expect(drafts.flatMap((draft) => draft.removed)).toEqual(removed);
    },
  );

  test('are read without hostile markup; their picture, list, quotation, table and link stay', () => {
    const body = draftsOf('desk', 'school-garden.html')[0]?.content.body ?? '';
    for (const hostile of [
      'script',
      'cookie',
      'onclick',
      'onerror',
      'onmouseover',
      'javascript:',
      'iframe',
      'steal',
    ]) {
      expect(body).not.toContain(hostile);
    }
    for (const kept of [
      '<img src="https://example.com/pictures/school-garden.jpg"',
      '<figcaption>',
      '<li>',
      '<table>',
    ]) {
      expect(body).toContain(kept);
    }
    expect(body).toContain('<blockquote cite="https://example.com/interviews/garden">');
    expect(body).toContain('<a href="https://example.com/seeds?from=garden&amp;year=2026">seeds</a>');
    expect(body).toContain('Helpers are welcome on Wednesdays.');
  });

  test('are read without pronunciations in brackets after Han characters; other text in brackets stays', () => {
    const body = draftsOf('desk', 'old-bakery.txt')[0]?.content.body ?? '';
    expect(body).toContain('照原樣砌回去');
    expect(body).toContain('「晨曦」');
    expect(body).toContain('陳太太（七十二歲）');
  });
});
