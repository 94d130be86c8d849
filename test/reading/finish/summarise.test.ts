import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';
import type { Draft } from '../../../shared/reading/draft/draft.ts';

const MADE = 'summary: made from the first sentences';
const text = (...paragraphs: string[]): Draft =>
  readOne(['A bridge', ...paragraphs].join('\n\n'), 'text/plain');

const FIRST =
  'The bridge over the river, which was built in 1931, stays closed until May, the council said on Monday.';
const SECOND = 'Dr. Roe, who leads the works, spoke of 4.2 million reasons. Nobody asked for them.';
const THIRD =
  'A ferry carries cyclists and people on foot from six in the morning until ten at night, free of charge.';

describe('a summary that is made from the text', () => {
  test('consists of the first whole sentences of the text, and a note says so', () => {
    const { content, notes } = text(FIRST, SECOND, THIRD, FIRST);
    expect(content.summary).toBe(`${FIRST} ${SECOND}`);
    expect(notes).toContain(MADE);
  });

  test('contains no headings, lists or captions', () => {
    const html = `<h1>A bridge</h1><h2>What now?</h2><ul><li>One. Two.</li></ul><figure><img src="https://example.com/a.jpg"><figcaption>A caption. Long.</figcaption></figure><p>${FIRST}</p><p>${THIRD}</p><p>${SECOND}</p>`;
    expect(readOne(html, 'text/html').content.summary).toBe(`${FIRST} ${THIRD}`);
  });

  test('ends where a sentence ends in its language', () => {
    const hant = [
      '鐵橋',
      '市府今天表示，橫跨大河的鐵橋因為鏽蝕嚴重，將封閉到五月底，期間以渡輪接駁行人與自行車。市長說：「安全第一。」',
      '渡輪每天從清晨六點行駛到晚上十點，不收費用，每船可載四十人。',
      '橋建於一九三一年。',
    ];
    const { summary } = readOne(hant.join('\n\n'), 'text/plain').content;
    expect(summary).toBe(`${hant[1]}${hant[2]}`);
  });

  test('is not made if it would repeat the whole text', () => {
    const { content, notes } = text('It stays closed.');
    expect(content).not.toHaveProperty('summary');
    expect(notes).not.toContain(MADE);
  });

  test('is not made if no sentence ends', () => {
    expect(text('word '.repeat(300), 'and more without any end').content).not.toHaveProperty('summary');
  });
});

describe('a summary that the sender gave', () => {
  const rss = (description: string): Draft =>
    readOne(
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>A bridge</title>
      <description><![CDATA[${description}]]></description><content:encoded><![CDATA[<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>]]></content:encoded></item></channel></rss>`,
      'application/rss+xml',
    );

  test('is kept', () => {
    const { content, notes } = rss('It stays closed.');
    expect(content.summary).toBe('It stays closed.');
    expect(notes).not.toContain(MADE);
  });

  test('is replaced if it repeats the whole text', () => {
    const { content, notes } = rss(`<p>${FIRST}</p>\n<p>${SECOND}</p>\n<p>${THIRD}</p>`);
    expect(content.summary).toBe(`${FIRST} ${SECOND}`);
    expect(notes).toEqual(['summary: it repeats the text and was left out', MADE]);
  });
});
