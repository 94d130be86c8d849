import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfigurationFile } from '../../cli/configuration-file.ts';
import { type Failure } from '../../cli/failure.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = `publisher: { name: The Desk, url: https://desk.example/, language: en }
sources: [{ id: desk, language: en }]
`;
const channel = (select: string, more = ''): string =>
  `${HEAD}channels:\n  - id: news\n    title: News\n    link: https://desk.example/\n    select: ${select}\n${more}`;

const CHOICE =
  'use one of all, any, not, source, subject, genre, place, language, urgency, words, alone; docs/selectors.md has examples';

const problemsIn = (text: string): string[] => {
  const file = join(folder, 'bad.yaml');
  writeFileSync(file, text);
  try {
    readConfigurationFile(file);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ exit: 2, remedy: 'Correct the file. Nothing was applied.' });
    return (error as Failure).message.replaceAll(file, 'bad.yaml').split('\n');
  }
};

test.each<[string, string, string[]]>([
  ['without mistakes', channel('{ all: [] }'), []],
  ['without contents', '', ['bad.yaml:1: the file: must be a mapping']],
  [
    'without its sections',
    'channels: []\n',
    [
      'bad.yaml:1: publisher: is missing; add it',
      'bad.yaml:1: sources: is missing; add it',
      'bad.yaml:1: channels: must be, or have, at least 1',
    ],
  ],
  [
    'with an unknown field',
    channel('{ all: [] }', '    publik: true\n'),
    ['bad.yaml:8: channels[0].publik: is not a known field; remove it'],
  ],
  ['with an unknown selector', channel('{ sauce: desk }'), [`bad.yaml:7: channels[0].select: ${CHOICE}`]],
  [
    'with two conditions in one selector',
    channel('{ subject: a, genre: b }'),
    [`bad.yaml:7: channels[0].select: ${CHOICE}`],
  ],
  [
    'with a mistake deep in a selector',
    channel('{ all: [{ source: desk }, { not: { any: [{ urgency: 12 }, { sauce: x }] } }] }'),
    [
      'bad.yaml:7: channels[0].select.all[1].not.any[0].urgency: must be, or have, at most 9',
      `bad.yaml:7: channels[0].select.all[1].not.any[1]: ${CHOICE}`,
    ],
  ],
  [
    'with a words selector that contains no word',
    channel("{ any: [{ words: 'a, b' }, { not: { words: ' -- ,' } }] }"),
    ['bad.yaml:7: channels[0].select.any[1].not.words: there is no word in "-- ,"'],
  ],
  [
    'with wrong terms',
    channel(
      '{ all: [] }',
      'partners:\n  - id: outlet\n    name: The Outlet\n    subscriptions:\n      - { alias: top, channel: news, profile: fancy, until: soon }\n',
    ),
    [
      'bad.yaml:12: partners[0].subscriptions[0].profile: use standard',
      'bad.yaml:12: partners[0].subscriptions[0].until: use a day such as 2027-06-30, or an instant with its time zone',
    ],
  ],
  [
    'with ends of subscriptions outside of the years 1 to 9999',
    channel(
      '{ all: [] }',
      `partners:\n  - id: outlet\n    name: The Outlet\n    subscriptions:\n${[
        '9999-12-31',
        '9999-12-31T23:59:59-05:00',
        '0000-01-01',
        '0001-01-01T00:00:00+14:00',
      ]
        .map((until, index) => `      - { alias: s${index}, channel: news, until: ${until} }\n`)
        .join('')}`,
    ),
    [1, 2, 3].map(
      (at) =>
        `bad.yaml:${12 + at}: partners[0].subscriptions[${at}].until: use a year from 1 to 9999, in UTC`,
    ),
  ],
  [
    'with a partner’s id that is not valid and a channel that does not exist',
    channel(
      '{ all: [] }',
      'partners:\n  - id: The Outlet\n    name: The Outlet\n    subscriptions: [{ alias: top, channel: sport }]\n',
    ),
    [
      'bad.yaml:9: partners[0].id: use lower-case letters, digits and hyphens',
      'bad.yaml:11: partners[0].subscriptions[0].channel: there is no channel "sport"',
    ],
  ],
])('all problems of a configuration file are reported: a file %s', (_, text, problems) => {
  expect(problemsIn(text)).toEqual(problems);
});
