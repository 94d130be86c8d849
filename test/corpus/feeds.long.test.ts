import { describe, expect, test } from 'vitest';
import { readSubmission } from '../../shared/reading/read.ts';
import { readDate } from '../../shared/reading/dates/date.ts';
import { detectLanguage } from '../../shared/reading/prose/language.ts';
import { asInstant } from '../support/ids.ts';
import { corpusFiles, hasCorpus, readCorpus, readCorpusFeed } from './corpus.ts';
import type { Check } from './feedparser-fields.ts';
import { gofeedChecks } from './gofeed-checks.ts';
import known from './known-differences.json' with { type: 'json' };
import { type Case, score, type Score } from './score.ts';

/**
 * The address of the server that the tests of feedparser (a Python library) use. Their expected addresses begin with
 * it.
 */
const SERVER = 'http://127.0.0.1:8097/';
const DEFAULTS = { language: 'en', boilerplate: [], receivedAt: asInstant('2026-11-23T00:00:00.000Z') };

interface Expectation {
  file: string;
  headers: Record<string, string>;
  checks: Check[];
  /** Whether `checks` contains everything that feedparser's test expects. */
  complete: boolean;
}

function feedparserCases(): Case[] {
  return (
    readCorpus('feeds/feedparser/expect.jsonl')
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Expectation)
      // Leave out CDF, a feed format of 1997 that Wiredesk does not read. Also leave out the tests of which `checks`
      // contains only a part.
      .filter(({ file, complete }) => complete && file.endsWith('.xml') && !file.includes('/cdf/'))
      .map(({ file, headers, checks }) => {
        const location =
          Object.entries(headers).find(([name]) => /^content-location$/i.test(name))?.[1] ?? '';
        const base = URL.parse(location, SERVER)?.href ?? SERVER;
        return { file, checks, read: () => readCorpusFeed(`feeds/feedparser/${file}`, headers, base) };
      })
  );
}

function gofeedCases(): Case[] {
  return corpusFiles('feeds/gofeed/{parser,translator}/{rss,atom}/*.xml').flatMap((file) => {
    const expected = file.replace(/\.xml$/, '.json');
    if (corpusFiles(expected).length === 0) return [];
    const checks = gofeedChecks(JSON.parse(readCorpus(expected).toString('utf8')));
    return [{ file: file.replace('feeds/gofeed/', ''), checks, read: () => readCorpusFeed(file) }];
  });
}

function judge(result: Score, differences: Record<string, string>): void {
  console.log(
    `${result.held} of ${result.cases} files are read as expected (${((result.held / result.cases) * 100).toFixed(1)} %); ` +
      `of the cases whose markup the sanitiser removes, ${result.stripped.held} of ${result.stripped.cases}`,
  );
  expect(result.held / result.cases).toBeGreaterThanOrEqual(0.95);
  expect(result.stripped.held).toBeGreaterThanOrEqual(result.stripped.cases * 0.95);
  expect(result.misses.toSorted()).toEqual(Object.keys(differences).toSorted());
}

describe.runIf(hasCorpus)('real feeds', () => {
  test('at least 95 % of feedparser’s test files whose fields Wiredesk reads are read as expected; known-differences.json lists the other files', () => {
    judge(score(feedparserCases()), known.feedparser);
  });

  test('at least 95 % of the test files of gofeed (a Go library) whose fields Wiredesk reads are read as expected; known-differences.json lists the other files', () => {
    judge(score(gofeedCases()), known.gofeed);
  });

  test('every file of the corpus gives articles or rejections with a code', () => {
    const files = corpusFiles('feeds/**/*.{xml,json}').filter((file) => !file.endsWith('expect.jsonl'));
    expect(files.length).toBeGreaterThan(1500);
    for (const file of files) {
      const mediaType = file.endsWith('.json') ? 'application/json' : 'application/xml';
      const drafted = readSubmission({ bytes: readCorpus(file), mediaType }, DEFAULTS);
      expect(drafted.length, file).toBeGreaterThan(0);
      for (const item of drafted) {
        if (!item.ok) expect(item.rejection.code, file).toMatch(/^[A-Z]+_[A-Z_]+$/);
      }
    }
  });

  test('every date in feedparser’s tests is read as expected, except 03335 (day 335 of the year 2003)', () => {
    const rows = readCorpus('dates/feedparser-dates.tsv')
      .toString('utf8')
      .split('\n')
      .filter((row) => row !== '');
    const misses = rows.filter((row) => {
      const [, text = '', expected] = row.split('\t');
      return (readDate(text)?.instant.replace('.000Z', 'Z') ?? '-') !== expected;
    });
    // feedparser reads 03335 as a date, but does not read 22013 as one. Wiredesk reads neither of them as a date,
    // because five digits may be any number.
    expect(misses.map((row) => row.split('\t')[1])).toEqual(['03335']);
  });

  test('the script of the files of the converter OpenCC is detected: one is in simplified Chinese, three are in traditional', () => {
    const scripts = corpusFiles('opencc/*.txt').map((file) => [
      file,
      detectLanguage(readCorpus(file).toString('utf8'), 'en').language,
    ]);
    expect(scripts.length).toBe(4);
    for (const [file = '', language] of scripts)
      expect(language, file).toBe(file.includes('zhs') ? 'zh-Hans' : 'zh-Hant');
  });

  test.each([
    ['LISTING_1_A', 'Fed to halt QE to avert "bubble"', 0],
    ['LISTING_2_', 'Fed to halt QE to avert "bubble"', 2],
    ['LISTING_22_', 'Preview: Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05 p.m.', 1],
    ['LISTING_25_', 'Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05p.m.', 1],
    ['LISTING_3_', 'Variety Of Recessionary Forces Leave Las Vegas Economy Scarred', 1],
  ])(
    'NewsML-G2: the file %s gives the headline %j and at least this number of paragraphs: %i',
    (name, headline, least) => {
      const [file = ''] = corpusFiles(`newsml-g2/${name}*.xml`);
      const [drafted] = readSubmission({ bytes: readCorpus(file), mediaType: 'application/xml' }, DEFAULTS);
      if (!drafted?.ok) throw new Error(`${file} was refused`);
      expect(drafted.draft.content.headline).toBe(headline);
      expect((drafted.draft.content.body.match(/<p>/g) ?? []).length).toBeGreaterThanOrEqual(least);
    },
  );
});
