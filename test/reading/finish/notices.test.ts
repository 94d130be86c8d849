import { expect, test } from 'vitest';
import { DEFAULTS, read } from '../drafted.ts';
import { asInstant } from '../../support/ids.ts';
import { NEAR_MISSES } from './near-misses.ts';
import { HARMLESS_NOTES, NEAR_MISSES_BY_CLASS, NOTICES_BY_CLASS } from './notices-by-class.ts';
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

type Row = [language: string, place: string, line: string, sent: string];

/** Each line at one of the places, so that every line and every place is tried. */
const placed = (lines: readonly (readonly [language: string, line: string])[]): Row[] =>
  lines.map(([language, line], at): Row => {
    const [place, write] = PLACES[at % PLACES.length] ?? ['', () => ['', '']];
    return [language, place, line, JSON.stringify(write(line))];
  });
const rows = (table: Readonly<Record<string, readonly string[]>>): Row[] =>
  placed(
    Object.entries(table).flatMap(([language, lines]) =>
      lines.map((line): [string, string] => [language, line]),
    ),
  );

const statusOf = (sent: string, language: string): string[] => {
  const [mediaType = '', text = ''] = JSON.parse(sent) as string[];
  return read(text, mediaType, { ...defaults, language }).map((item) =>
    item.ok ? item.draft.pubstatus : item.rejection.code,
  );
};

test.each([...rows(NOTICES), ...Object.values(NOTICES_BY_CLASS).flatMap(placed)])(
  '%s, %s: the article is not published: %s',
  (language, _place, _line, sent) => {
    expect(statusOf(sent, language)).toEqual(['withheld']);
  },
);

// A note to editors with such a line is in doubt. `HARMLESS_NOTES` are notes that do not hold an article.
const isNote = (place: string): boolean => place === 'ninjs, note';
test.each([...rows(NEAR_MISSES), ...placed(NEAR_MISSES_BY_CLASS)].filter(([, place]) => !isNote(place)))(
  '%s, %s: the article is published: %s',
  (language, _place, _line, sent) => {
    expect(statusOf(sent, language)).toEqual(['usable']);
  },
);

test.each(HARMLESS_NOTES)('a note to editors that only says what has changed: %s', (note) => {
  expect(statusOf(JSON.stringify(['application/json', ninjs({ ednote: note })]), 'en')).toEqual(['usable']);
});

const nitf = (docdata: string, head = ''): string =>
  `<nitf><head><docdata><doc-id id-string="a"/>${docdata}</docdata></head><body><body.head><hedline><hl1>${STORY[0]}</hl1></hedline>${head}</body.head><body.content>${html(STORY.slice(1))}</body.content></body></nitf>`;
const g2 = (meta: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" version="1"><itemMeta>${meta}</itemMeta><contentMeta><headline>${STORY[0]}</headline></contentMeta><contentSet><inlineXML><html><body>${html(STORY.slice(1))}</body></html></inlineXML></contentSet></newsItem>`;
const page = (beside: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${STORY[0]}</title></head><body>${beside}<main><article><h1>${STORY[0]}</h1>${html(STORY.slice(1))}</article></main></body></html>`;
const LINE = 'Not for publication before Thursday';

test.each([
  ['the text of ed-msg', 'application/nitf+xml', nitf(`<ed-msg>${LINE}</ed-msg>`)],
  [
    'the second ed-msg',
    'application/nitf+xml',
    nitf(`<ed-msg info="Photo attached"/><ed-msg info="${LINE}"/>`),
  ],
  [
    'a note of NITF',
    'application/nitf+xml',
    nitf('', `<note><body.content><p>${LINE}</p></body.content></note>`),
  ],
  [
    'the second edNote',
    'application/vnd.iptc.g2.newsitem+xml',
    g2(`<edNote>Photo attached</edNote><edNote>${LINE}</edNote>`),
  ],
  ['a slug', 'application/json', ninjs({ slugline: LINE })],
  ['the usage terms', 'application/json', ninjs({ usageterms: 'For internal use only' })],
  ['a comment of Markdown', 'text/markdown', `<!-- ${LINE} -->\n\n# ${STORY.join('\n\n')}`],
  [
    'a comment of HTML',
    'text/html',
    `<!--\nEditors: hold until the lawyers have signed off\n-->${html(STORY)}`,
  ],
  ['a comment that is not closed', 'text/html', `${html(STORY)}<!-- EMBARGO bis Freitag`],
  ['a line above the article of a page', 'text/html', page(`<div class="box">${LINE}</div>`)],
  ['an aside of a page', 'text/html', page(`<aside><p>Sperrfrist: Freitag, 6 Uhr</p></aside>`)],
  ['a data attribute', 'text/html', `<article data-status="draft">${html(STORY)}</article>`],
  [
    'a meta element of a page',
    'text/html',
    page('').replace('<title>', '<meta name="status" content="draft"><title>'),
  ],
])('a notice is found in %s', (_, mediaType, text) => {
  expect(statusOf(JSON.stringify([mediaType, text]), 'en')).toEqual(['withheld']);
});

test.each([
  ['a link of a page', 'text/html', page('<nav><a href="/e">Embargoed</a> <a href="/d">Draft</a></nav>')],
  [
    'a comment of a program',
    'text/html',
    `<!-- wp:paragraph --><!-- header -->${html(STORY)}<!-- /wp:paragraph -->`,
  ],
  ['the state of a tab', 'text/html', `<div data-state="inactive">${html(STORY)}</div>`],
  [
    'another status of a page',
    'text/html',
    page('').replace('<title>', '<meta name="status" content="200"><title>'),
  ],
  ['usage terms', 'application/json', ninjs({ usageterms: 'Editorial use only. No archiving.' })],
  ['a slug', 'application/json', ninjs({ slugline: 'NBA-DRAFT' })],
])('nothing is held because of %s', (_, mediaType, text) => {
  expect(statusOf(JSON.stringify([mediaType, text]), 'en')).toEqual(['usable']);
});
