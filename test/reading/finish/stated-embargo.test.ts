import { expect, test } from 'vitest';
import { asInstant } from '../../support/ids.ts';
import { DEFAULTS, outcomes, read as readWith, readOne as readOneWith } from '../drafted.ts';

/** The articles arrive on the day before the embargo ends. */
const BEFORE = { ...DEFAULTS, receivedAt: asInstant('2026-04-12T08:00:00.000Z') };
const read = (text: string, mediaType: string, defaults = BEFORE) => readWith(text, mediaType, defaults);
const readOne = (text: string, mediaType: string, defaults = BEFORE) =>
  readOneWith(text, mediaType, defaults);

const UNTIL = '2026-04-13T00:01:00.000Z';
const LINE = 'EMBARGOED UNTIL 00:01 GMT, MONDAY 13 APRIL 2026';
const NO_ZONE = 'EMBARGOED UNTIL 00:01, MONDAY 13 APRIL 2026';
const STORY = [
  'The bridge reopens',
  'The bridge reopens on Monday, the council said, two weeks early.',
  'It had been closed for repairs since the autumn, and residents were glad.',
];
const item = (line: string): string =>
  `<item><guid>${line}</guid><title>${STORY[0]}</title><description>&lt;p&gt;${[line, ...STORY.slice(1)].join('&lt;/p&gt;&lt;p&gt;')}&lt;/p&gt;</description></item>`;

const SENT: readonly [string, (line: string) => string][] = [
  ['text/plain', (line) => [line, ...STORY].join('\n\n')],
  ['text/markdown', (line) => [`**${line}**`, `# ${STORY[0]}`, ...STORY.slice(1)].join('\n\n')],
  ['text/html', (line) => [line, ...STORY].map((text) => `<p>${text}</p>`).join('')],
  ['application/rss+xml', (line) => `<rss version="2.0"><channel>${item(line)}</channel></rss>`],
];

test.each(SENT)(
  '%s: an embargo line above the text sets the embargo and is removed from the text',
  (mediaType, write) => {
    const { content, removed, notes } = readOne(write(LINE), mediaType);
    expect(content).toMatchObject({ headline: STORY[0], embargoed: UNTIL });
    expect(content.body).not.toContain('EMBARGOED');
    expect(removed).toContain(LINE);
    expect(notes).toContain(`the text states when the embargo ends: ${LINE}`);
  },
);

test.each(SENT)('%s: an article with an embargo line without a time zone is withheld', (mediaType, write) => {
  const { pubstatus, doubt, content, removed } = readOne(write(NO_ZONE), mediaType);
  expect(pubstatus).toBe('withheld');
  expect(doubt).toEqual({ code: 'FIELD_EMBARGO', detail: NO_ZONE });
  expect(content.headline).toBe(STORY[0]);
  expect(removed).toContain(NO_ZONE);
});

test('an item with an embargo line without a time zone is withheld; the feed’s other items are published', () => {
  const feed = `<rss version="2.0"><channel>${item('One line more than the others')}${item(NO_ZONE)}</channel></rss>`;
  const drafted = read(feed, 'application/rss+xml');
  expect(outcomes(drafted)).toEqual([STORY[0], STORY[0]]);
  expect(drafted.map((found) => found.ok && found.draft.pubstatus)).toEqual(['usable', 'withheld']);
});

test('the time zone of the source is used for an embargo without a zone', () => {
  const { pubstatus, content, notes } = readOne(SENT[0]?.[1](NO_ZONE) ?? '', 'text/plain', {
    ...BEFORE,
    timeZone: 'Europe/Berlin',
  });
  expect(pubstatus).toBe('usable');
  expect(content.embargoed).toBe('2026-04-12T22:01:00.000Z');
  expect(notes).toContain('the embargo names no time zone; the time zone of the source is used');
});

test('an embargo that was over at receipt, in every time zone, holds nothing back; a note says so', () => {
  const late = { ...BEFORE, receivedAt: asInstant('2026-04-14T08:00:00.000Z') };
  const { pubstatus, notes } = readOne(SENT[0]?.[1](NO_ZONE) ?? '', 'text/plain', late);
  expect(pubstatus).toBe('usable');
  expect(notes).toContain(`the embargo that the text states was over at receipt: ${NO_ZONE}`);
  expect(readOne(SENT[0]?.[1](LINE) ?? '', 'text/plain', late)).toMatchObject({
    pubstatus: 'usable',
    content: { embargoed: UNTIL },
  });
});

test('a line at the end of the text counts, and so does a note to editors', () => {
  expect(readOne([...STORY, LINE].join('\n\n'), 'text/plain').content).toMatchObject({
    headline: STORY[0],
    embargoed: UNTIL,
  });
  const ninjs = { uri: 'a', headlines: [{ value: STORY[0] }], bodies: [{ value: STORY[1] }], ednote: LINE };
  expect(readOne(JSON.stringify(ninjs), 'application/json').content.embargoed).toBe(UNTIL);
});

test('an embargo on a line of its own and its end on the next line belong together', () => {
  const text = ['EMBARGOED', 'For release: 13 April 2026 00:01 GMT', ...STORY].join('\n\n');
  expect(readOne(text, 'text/plain')).toMatchObject({
    pubstatus: 'usable',
    content: { headline: STORY[0], embargoed: UNTIL },
  });
});

test.each([
  [`${LINE} – The bridge reopens`, 'The bridge reopens'],
  [`[${LINE}] The bridge reopens`, 'The bridge reopens'],
  [`The bridge reopens (${LINE})`, 'The bridge reopens'],
])('a notice in the headline of a feed is cut from it: %s', (title, headline) => {
  const feed = `<rss version="2.0"><channel><item><guid>a</guid><title>${title}</title><description>${STORY[1]}</description></item></channel></rss>`;
  const { content, removed, pubstatus } = readOne(feed, 'application/rss+xml');
  expect({ ...content, pubstatus }).toMatchObject({ headline, embargoed: UNTIL, pubstatus: 'usable' });
  expect(removed.join()).toContain(LINE);
});

test('a headline that is only a notice never appears: a person must decide', () => {
  const feed = `<rss version="2.0"><channel><item><guid>a</guid><title>${LINE}</title><description>${STORY[1]}</description></item></channel></rss>`;
  expect(readOne(feed, 'application/rss+xml')).toMatchObject({
    pubstatus: 'withheld',
    doubt: { code: 'FIELD_EMBARGO' },
  });
});

test('a draft with a known embargo is still a draft', () => {
  const text = ['DRAFT', LINE, ...STORY].join('\n\n');
  expect(readOne(text, 'text/plain')).toMatchObject({
    pubstatus: 'withheld',
    doubt: { code: 'STATUS_UNKNOWN', detail: 'DRAFT' },
    content: { embargoed: UNTIL },
  });
});

test('a weekday that is not the day of the date means that the end is not known', () => {
  const text = ['EMBARGOED UNTIL 00:01 GMT, TUESDAY 13 APRIL 2026', ...STORY].join('\n\n');
  expect(readOne(text, 'text/plain').doubt?.code).toBe('FIELD_EMBARGO');
});

test('a later end in the text than in the metadata is used, and a note says so', () => {
  const ninjs = {
    uri: 'a',
    embargoed: '2026-04-12T09:30:00Z',
    headlines: [{ value: STORY[0] }],
    bodies: [{ value: SENT[2]?.[1](LINE), contenttype: 'text/html' }],
  };
  const { content, notes } = readOne(JSON.stringify(ninjs), 'application/json');
  expect(content.embargoed).toBe(UNTIL);
  expect(notes.join()).toContain('the text states a later end of the embargo than the metadata');
});

test('if the metadata and a line of the text both state an embargo, the one in the metadata is used', () => {
  const ninjs = {
    uri: 'a',
    embargoed: '2026-04-14T09:30:00Z',
    headlines: [{ value: STORY[0] }],
    bodies: [{ value: SENT[2]?.[1](NO_ZONE), contenttype: 'text/html' }],
  };
  const { content } = readOne(JSON.stringify(ninjs), 'application/json');
  expect(content.embargoed).toBe('2026-04-14T09:30:00.000Z');
});

test('an article that only reports about an embargo gets no embargo', () => {
  const text = ['Embargo until 2030 on whale meat is agreed', ...STORY.slice(1)].join('\n\n');
  expect(readOne(text, 'text/plain').content.embargoed).toBeUndefined();
});
