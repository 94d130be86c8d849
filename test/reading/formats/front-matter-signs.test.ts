import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';
import { fate } from './signs.ts';

const TEXT = '\n# Tram line reopens\n\nTrams run again, the city said.\n';
const EMBARGO = 'withheld FIELD_EMBARGO';
const UNKNOWN = 'withheld STATUS_UNKNOWN';
const of = (document: string): string => fate(document, 'text/markdown');
const fenced = (matter: string): string => `---\ntitle: Trams\n${matter}\n---\n${TEXT}`;

describe('front matter that can be read', () => {
  test.each([
    ['draft: true', 'withheld'],
    ['Draft: YES', 'withheld'],
    ['draft: "true"', 'withheld'],
    ['draft: 1', 'withheld'],
    ['draft: perhaps', UNKNOWN],
    ['draft: false', 'usable'],
    ['is_draft: on', 'withheld'],
    ['published: no', 'withheld'],
    ['publish: nein', 'withheld'],
    ['published: 2026-03-01', 'usable'],
    ['status: Entwurf', 'withheld'],
    ['status: ready when Jane says so', UNKNOWN],
    ['pub-status: cancelled', 'canceled'],
    ['workflow_state: needs review', 'withheld'],
    ['visibility: private', 'withheld'],
    ['hold: until Monday', UNKNOWN],
    ['下書き: はい', 'withheld'],
    ['meta:\n  status: draft', 'withheld'],
    ['embargo: 2026-12-01T06:00:00Z', 'usable until 2026-12-01T06:00Z'],
    ['embargoUntil: 2026-12-01T06:00:00Z', 'usable until 2026-12-01T06:00Z'],
    ['Embargo-Date: 2026-12-01', EMBARGO],
    ['embargo:', EMBARGO],
    ['embargo: none', 'usable'],
    ['embargoed: true', EMBARGO],
    ['scheduled: yes', EMBARGO],
    ['publish_at: 2026-12-01T06:00:00Z', 'usable until 2026-12-01T06:00Z'],
    ['publishDate: 2026-12-01T06:00:00Z', 'usable until 2026-12-01T06:00Z'],
    ['publishDate: after the vote', EMBARGO],
    ['date: 2026-12-01T06:00:00Z', 'usable until 2026-12-01T06:00Z'],
    ['expiryDate: 2026-12-01T06:00:00Z', 'usable expires 2026-12-01T06:00Z'],
    ['expires: at noon', EMBARGO],
    // Misspelt, or in the text of another field.
    ['emabrgo: 2026-12-01', UNKNOWN],
    ['drafft: true', UNKNOWN],
    ['summary: >\n  Trams run.\n  draft: true', UNKNOWN],
    ['internal-note: do not publish before Monday', EMBARGO],
    ['publisher: The Example\ncover:\n  hidden: true\ncomments: false', 'usable'],
  ])('%j: %s', (line, expected) => {
    expect(of(fenced(line))).toBe(expected);
  });

  test('one note names the keys that were not read', () => {
    expect(readOne(fenced('layout: post\nweight: 3\ntags: [a]'), 'text/markdown').notes).toContain(
      'front matter: not read: layout, weight',
    );
  });
});

describe('front matter with an odd fence, or without one', () => {
  const KEYS = 'title: Trams\ndraft: true\nauthor: Jane Roe';
  test.each([
    ['no end', `---\n${KEYS}\n${TEXT}`],
    ['no beginning', `${KEYS}\n---\n${TEXT}`],
    ['neither', `${KEYS}\n${TEXT}`],
    ['four hyphens', `----\n${KEYS}\n----\n${TEXT}`],
    ['dashes', `—\n${KEYS}\n—\n${TEXT}`],
    ['a code block', `\`\`\`yaml\n${KEYS}\n\`\`\`\n${TEXT}`],
    ['a comment', `<!--\n${KEYS}\n-->\n${TEXT}`],
    ['dots before the keys', `<!--\n.. title: Trams\n.. status: draft\n-->\n${TEXT}`],
    ['space before it', `\n\n  ---\n  title: Trams\n  draft: true\n  ---\n${TEXT}`],
    ['carriage returns', `---\n${KEYS}\n---\n${TEXT}`.replaceAll('\n', '\r')],
    ['TOML', `+++\ntitle = "Trams"\ndraft = true\n+++\n${TEXT}`],
    ['TOML without an end', `+++\ntitle = "Trams"\ndraft = true\n${TEXT}`],
    ['JSON', `{\n  "title": "Trams",\n  "draft": true\n}\n${TEXT}`],
    ['JSON on one line', `{"title": "Trams", "draft": true}\n${TEXT}`],
    ['JSON between semicolons', `;;;\n"title": "Trams",\n"draft": true\n;;;\n${TEXT}`],
    ['Org', `#+TITLE: Trams\n#+DRAFT: true\n${TEXT}`],
  ])('%s: it is read, and none of its lines is text', (_, document) => {
    const { pubstatus, content } = readOne(document, 'text/markdown');
    expect(pubstatus).toBe('withheld');
    expect(content.headline).toBe('Trams');
    expect(content.body).not.toMatch(/draft|Trams<|hr/);
  });

  test.each([
    '---\n\nThe draft was published.\n\n---\n\nMore.',
    'Trams run again\n---\n\nStatus: it is complicated.',
    '# Embargo: what it means\n\nIt says when news may appear.',
    'Warning: floods ahead\n\nThe river rises.',
    'Lottery: the draft that changed football\n\nClubs choose in turn.',
    '---\nHe said: no.\n\n---\nMore.',
    '{ this is a brace }\n\nText.',
  ])('text is not taken for front matter: %j', (document) => {
    const { pubstatus, removed } = readOne(document, 'text/markdown');
    expect({ pubstatus, removed }).toEqual({ pubstatus: 'usable', removed: [] });
  });
});

describe('front matter that cannot be read', () => {
  test.each([
    ['a tab', 'status: x\n\tembargo: 2026-12-01', EMBARGO],
    ['a line without a colon', 'embargo 2026-12-01', EMBARGO],
    ['a colon in a value', 'summary: Trams: back\npublish: no', EMBARGO],
    ['a quote that does not end', 'author: "Jane Roe\nschedule: Monday', EMBARGO],
    ['a key twice', 'draft: false\ndraft: true', UNKNOWN],
    ['no space after the colon', 'draft:true', UNKNOWN],
    ['a full-width colon', 'draft：true', UNKNOWN],
    ['a bracket that does not end', 'tags: [trams\nhold: yes', UNKNOWN],
    ['a list', '- status: draft', UNKNOWN],
    ['German', 'tags: [trams\nEntwurf: ja', UNKNOWN],
    ['Spanish', 'tags: [trams\nborrador: sí', UNKNOWN],
    ['French', 'tags: [trams\nbrouillon: oui', UNKNOWN],
    ['Japanese', 'tags: [trams\n公開: しない', EMBARGO],
    ['Chinese', 'tags: [trams\n草稿: 是', UNKNOWN],
    ['Korean', 'tags: [trams\n초안: 예', UNKNOWN],
    ['Russian', 'tags: [trams\nчерновик: да', UNKNOWN],
    ['a date in the future', 'tags: [trams\ndate: 2027-03-01', EMBARGO],
    ['nothing about publication', 'tags: [trams\ndate: 2026-03-01', 'usable'],
  ])('%s: %s', (_, matter, expected) => {
    const document = fenced(matter);
    expect(of(document)).toBe(expected);
    const { content, removed } = readOne(document, 'text/markdown');
    expect(content.body).toBe('<p>Trams run again, the city said.</p>');
    expect(removed.join()).toContain(matter.trim().split('\n')[0]);
  });
});
