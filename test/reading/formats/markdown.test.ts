import { describe, expect, test } from 'vitest';
import { DEFAULTS, outcomes, read, readOne } from '../drafted.ts';
import { active } from '../markup/judge.ts';
import { ADVISORIES, VECTORS } from '../markup/vectors.ts';
import type { Draft } from '../../../shared/reading/draft/draft.ts';

const TEXT = '# The bridge\n\nIt stays closed, the council *said*.\n';
const markdown = (matter: string, text = TEXT): Draft =>
  readOne(`---\n${matter}\n---\n${text}`, 'text/markdown', { ...DEFAULTS, base: 'https://example.com/' });

describe('front matter', () => {
  test('may have a message to the editors', () => {
    expect(markdown('title: The bridge\neditors-note: Corrects the date').notes).toContain(
      'to editors: Corrects the date',
    );
  });

  test('gives the metadata of the article', () => {
    const draft = markdown(`title: "The bridge"
date: 2026-04-13T09:30:00+08:00
lastmod: 2026-04-14T00:00:00Z
authors:
  - Jane Roe
  - {name: John Doe, role: Photos}
tags: [traffic, bridges]
category: News
lang: en_GB
description: It stays closed.
slug: bridge-closed
url: /news/bridge?utm_source=x
image: {src: /i.jpg, alt: A bridge}
license: CC BY
places: Havenmouth
urgency: 3
version: 7
embargo: 2026-12-01T00:00:00Z`);
    expect(draft).toMatchObject({
      declaredId: 'bridge-closed',
      declaredVersion: '7',
      pubstatus: 'usable',
      versioncreated: '2026-04-14T00:00:00.000Z',
      removed: [],
    });
    expect(draft.content).toEqual({
      headline: 'The bridge',
      body: '<p>It stays closed, the council <em>said</em>.</p>',
      language: 'en-GB',
      summary: 'It stays closed.',
      bylines: [{ name: 'Jane Roe' }, { name: 'John Doe', role: 'Photos' }],
      subjects: [{ name: 'traffic' }, { name: 'bridges' }, { name: 'News' }],
      genres: [],
      places: ['Havenmouth'],
      urgency: 3,
      associations: [{ href: 'https://example.com/i.jpg', alt: 'A bridge' }],
      link: 'https://example.com/news/bridge',
      usageterms: 'CC BY',
      firstcreated: '2026-04-13T01:30:00.000Z',
      embargoed: '2026-12-01T00:00:00.000Z',
    });
  });

  test.each([
    ['draft: true', 'withheld'],
    ['draft: false', 'usable'],
    ['published: false', 'withheld'],
    ['published: 2026-04-13', 'usable'],
    ['pubstatus: withheld', 'withheld'],
  ])('with the line "%s" the article is %s', (line, pubstatus) => {
    expect(markdown(`title: The bridge\n${line}`).pubstatus).toBe(pubstatus);
  });

  test.each([
    ['author: By Jane Roe and John Doe', ['Jane Roe', 'John Doe']],
    ['byline: Juan Pérez', ['Juan Pérez']],
    ['authors: [{name: 張三}, {nick: x}]', ['張三']],
  ])('bylines are read from the line "%s"', (line, names) => {
    expect(markdown(line).content.bylines.map(({ name }) => name)).toEqual(names);
  });

  test('all values are text: a title may look like a number, a date or a Boolean', () => {
    for (const title of ['2026', '2026-04-13', 'yes', '1e3']) {
      expect(markdown(`title: ${title}`).content.headline).toBe(title);
    }
  });

  test('may be TOML; only the pairs before the first table are read', () => {
    const matter = `title = 'The bridge'\ndate = 2026-04-13\nauthors = [\n  "Jane Roe",\n  "John Doe",\n]\ndraft = true\n[params]\ntitle = 'x'`;
    const draft = readOne(`+++\n${matter}\n+++\n${TEXT}`, 'text/markdown');
    expect(draft.pubstatus).toBe('withheld');
    expect(draft.content).toMatchObject({
      headline: 'The bridge',
      body: '<p>It stays closed, the council <em>said</em>.</p>',
      bylines: [{ name: 'Jane Roe' }, { name: 'John Doe' }],
      firstcreated: '2026-04-13T00:00:00.000Z',
    });
    expect(readOne(`+++\ntitle = { x = 1\n+++\n${TEXT}`, 'text/markdown').notes[0]).toMatch(/cannot be read/);
  });

  test('a cancellation needs no text, and an embargo that is not a date puts the article in doubt', () => {
    expect(markdown('id: bridge\npubstatus: canceled', '')).toMatchObject({
      declaredId: 'bridge',
      pubstatus: 'canceled',
    });
    expect(markdown('embargo: tomorrow').doubt).toEqual({
      code: 'FIELD_EMBARGO',
      detail: 'embargo: tomorrow',
    });
  });
});

describe('front matter that cannot be read is removed from the text', () => {
  test.each([
    ['invalid YAML', 'title: [open\nfoo: "bar'],
    ['an alias', 'a: &a [x, x]\nb: [*a, *a]'],
    ['a key twice', 'title: one\ntitle: two'],
    ['many nested brackets', `x: ${'['.repeat(8000)}`],
    ['too many lines', 'x: y\n'.repeat(5000)],
    ['too long', `x: ${'y'.repeat(100_000)}`],
  ])('%s', (_, matter) => {
    const draft = markdown(matter);
    expect(draft.content.headline).toBe('The bridge');
    expect(draft.content.body).toBe('<p>It stays closed, the council <em>said</em>.</p>');
    expect(draft.notes[0]).toMatch(/^the front matter cannot be read and was left out: ./);
    // metadata-limits.ts cuts very long front matter.
    expect(draft.removed).toEqual([matter.trim().slice(0, 50_000).trimEnd()]);
    expect(draft.pubstatus).toBe('usable');
  });

  test('and the article is withheld if a line of it may say that the article must not appear yet', () => {
    expect(markdown('draft: true\ntitle: [open').pubstatus).toBe('withheld');
  });
});

test.each([
  ['---\n\nJust a rule.\n\n---\n\nMore of it.', '<hr />\n<p>Just a rule.</p>\n<hr />\n<p>More of it.</p>'],
  ['---\nNote: a rule is above.\n\nMore of it.', '<hr />\n<p>Note: a rule is above.</p>\n<p>More of it.</p>'],
])('text after a thematic break is not front matter: %j', (text, body) => {
  expect(readOne(text, 'text/markdown').content.body).toBe(body);
});

describe('HTML in Markdown (CommonMark sections 4.6 and 6.6)', () => {
  test('is read as HTML', () => {
    const text = '# The bridge\n\nIt stays <em>closed</em>.\n\n<blockquote>For *now*</blockquote>\n';
    expect(readOne(text, 'text/markdown').content.body).toBe(
      '<p>It stays <em>closed</em>.</p>\n<blockquote>For *now*</blockquote>',
    );
  });

  test('no attack on a sanitiser gets through', () => {
    for (const html of [...VECTORS, ...ADVISORIES.map((advisory) => advisory.html)]) {
      const [drafted] = read(
        `# The bridge\n\nIt opens. ${html}\n\n${html}\n`,
        'text/markdown; charset=utf-8',
      );
      if (!drafted?.ok) throw new Error(`${html}: ${JSON.stringify(drafted)}`);
      expect(active(drafted.draft.content.body), html).toEqual([]);
    }
  });
});

test.each([
  ['brackets', '!['.repeat(21_000)],
  ['emphasis', '*a '.repeat(21_000)],
  ['lists', '- a\n'.repeat(21_000)],
  ['lists in lists', '- - - - - a\n'.repeat(20_001)],
  ['bars', `|a|\n|-|\n${'|a|\n'.repeat(10_000)}`],
  ['characters', 'A plain word. '.repeat(20_000)],
])('an article with too many %s is rejected', (_, text) => {
  expect(outcomes(read(text, 'text/markdown'))).toEqual(['SIZE_ITEM']);
});
