import { expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

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

test.each(SENT)('%s: an article with an embargo line without a time zone is rejected', (mediaType, write) => {
  expect(outcomes(read(write(NO_ZONE), mediaType))).toEqual(['FIELD_EMBARGO']);
});

test('an item with an embargo line without a time zone is rejected; the feed’s other items are read', () => {
  const feed = `<rss version="2.0"><channel>${item('One line more than the others')}${item(NO_ZONE)}</channel></rss>`;
  expect(outcomes(read(feed, 'application/rss+xml'))).toEqual([STORY[0], 'FIELD_EMBARGO']);
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
