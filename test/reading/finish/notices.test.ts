import { expect, test } from 'vitest';
import { DEFAULTS, read } from '../drafted.ts';
import { asInstant } from '../../support/ids.ts';
import { NEAR_MISSES } from './near-misses.ts';
import { NOTICES } from './notices.ts';

const STORY = [
  'The bridge reopens',
  'The bridge reopens on Monday, the council said, two weeks early.',
  'It had been closed for repairs since the autumn, and residents were glad.',
  'The mayor will be the first to walk across it in the morning.',
];
const defaults = { ...DEFAULTS, receivedAt: asInstant('2026-05-13T08:00:00.000Z') };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const html = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>`).join('');
const ninjs = (extra: object): string =>
  JSON.stringify({
    uri: 'a',
    headlines: [{ value: STORY[0] }],
    bodies: [{ value: html(STORY.slice(1)), contenttype: 'text/html' }],
    ...extra,
  });
const rss = (title: string, lines: readonly string[]): string =>
  `<rss version="2.0"><channel><item><guid>a</guid><title>${escaped(title)}</title><description>${escaped(html(lines))}</description></item></channel></rss>`;

/** Where a notice may stand, in each format. */
const PLACES: readonly [string, (line: string) => [string, string]][] = [
  ['text, first line', (line) => ['text/plain', [line, ...STORY].join('\n\n')]],
  ['text, last line', (line) => ['text/plain', [...STORY, line].join('\n\n')]],
  ['html, first line', (line) => ['text/html', html([line, ...STORY])]],
  ['html, last line', (line) => ['text/html', html([...STORY, line])]],
  [
    'markdown, under the headline',
    (line) => ['text/markdown', [`# ${STORY[0]}`, line, ...STORY.slice(1)].join('\n\n')],
  ],
  ['rss, title', (line) => ['application/rss+xml', rss(line, STORY.slice(1))]],
  ['rss, last line', (line) => ['application/rss+xml', rss('The bridge', [...STORY, line])]],
  ['ninjs, note', (line) => ['application/json', ninjs({ ednote: line })]],
  ['ninjs, headline', (line) => ['application/json', ninjs({ headlines: [{ value: line }] })]],
];

/** Each line at one of the places, so that every line and every place is tried. */
const rows = (table: Readonly<Record<string, readonly string[]>>): [string, string, string, string][] =>
  Object.entries(table)
    .flatMap(([language, lines]) => lines.map((line): [string, string] => [language, line]))
    .map(([language, line], at) => {
      const [place, write] = PLACES[at % PLACES.length] ?? ['', () => ['', '']];
      return [language, place, line, JSON.stringify(write(line))];
    });

const statusOf = (sent: string, language: string): string[] => {
  const [mediaType = '', text = ''] = JSON.parse(sent) as string[];
  return read(text, mediaType, { ...defaults, language }).map((item) =>
    item.ok ? item.draft.pubstatus : item.rejection.code,
  );
};

test.each(rows(NOTICES))('%s, %s: the article is not published: %s', (language, _place, _line, sent) => {
  expect(statusOf(sent, language)).toEqual(['withheld']);
});

const isNote = (place: string): boolean => place === 'ninjs, note';
test.each(rows(NEAR_MISSES).filter(([, place]) => !isNote(place)))(
  '%s, %s: the article is published: %s',
  (language, _place, _line, sent) => {
    expect(statusOf(sent, language)).toEqual(['usable']);
  },
);
