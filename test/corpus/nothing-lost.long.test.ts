import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { readSubmission } from '../../shared/reading/read.ts';
import { asInstant } from '../support/ids.ts';
import { CORPUS, hasCorpus } from './corpus.ts';
import known from './known-losses.json' with { type: 'json' };
import { addLoss, noLoss } from './nothing-lost.ts';
import { sourceWords } from './source-words.ts';

/**
 * Nothing of an article is lost without a reason: each word of a source is in what is published, in what a rule
 * removed, or in a note. `known-losses.json` lists the items for which this is not so, with the reason.
 */

const DEFAULTS = { language: 'en', boilerplate: [], receivedAt: asInstant('2026-11-23T00:00:00.000Z') };
const CASES = join(CORPUS, '..', 'cases');
const TYPES: Partial<Record<string, string>> = {
  '.xml': 'application/xml',
  '.rss': 'application/xml',
  '.atom': 'application/xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

interface Input {
  name: string;
  bytes: Buffer;
  mediaType: string;
}

function corpusInputs(): Input[] {
  return globSync('**/*.{xml,json,txt}', { cwd: CORPUS })
    .toSorted()
    .map((name) => ({
      name,
      bytes: readFileSync(join(CORPUS, name)),
      mediaType: TYPES[extname(name)] ?? 'text/plain',
    }));
}

/** The inputs in the folder of cases. Each file of a report holds several steps, and each step has one document. */
function caseInputs(): Input[] {
  if (!existsSync(CASES)) return [];
  const intake = globSync('intake/*.in', { cwd: CASES }).map((name) => {
    const about = readFileSync(join(CASES, name.replace(/\.in$/, '.txt')), 'utf8');
    const mediaType = /^media type: ([^;\n]+(?:; charset=[^;\n]+)?)/m.exec(about)?.[1] ?? 'text/plain';
    return { name, bytes: readFileSync(join(CASES, name)), mediaType };
  });
  const reports = globSync('reports/*.in', { cwd: CASES }).flatMap((name) =>
    readFileSync(join(CASES, name), 'utf8')
      .split(/^%%% /m)
      .slice(1)
      .flatMap((step) => {
        const [head = '', ...lines] = step.split('\n');
        const [number = '', file = '', encoding] = head.trim().split(/\s+/);
        const mediaType = TYPES[extname(file)];
        return mediaType === undefined || encoding !== undefined
          ? []
          : [{ name: `${name}:${number}`, bytes: Buffer.from(lines.join('\n')), mediaType }];
      }),
  );
  return [...intake, ...reports].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether an item is of the folder of cases, which may be missing. */
const isCase = (item: string): boolean => /^(?:intake|reports)\//.test(item);

test.runIf(hasCorpus)('the words of all published items of the corpora and cases are accounted for', () => {
  const loss = noLoss();
  let [documents, uncounted] = [0, 0];
  for (const input of [...corpusInputs(), ...caseInputs()]) {
    const opened = openDocument(input);
    if (!opened.ok || !('text' in opened.document)) {
      if (!opened.ok || opened.document.form !== 'json') continue;
    }
    const text = 'text' in opened.document ? opened.document.text : input.bytes.toString('utf8');
    const source = sourceWords(text);
    const drafted = readSubmission(input, DEFAULTS);
    if (source === undefined || source.length !== drafted.length) {
      uncounted += drafted.some(({ ok }) => ok) ? 1 : 0;
      continue;
    }
    documents++;
    addLoss(loss, input.name, drafted, source);
  }
  console.log(
    `${loss.lost} of ${loss.words} words (${((loss.lost / loss.words) * 100).toFixed(2)} %) of ${loss.items} items are not accounted for; ` +
      `${loss.misses.length} items have lost more than 2 %; ${uncounted} documents besides the ${documents} could not be compared`,
  );
  const unexplained = loss.misses.filter(({ item }) => !Object.hasOwn(known, item));
  expect(unexplained.map(({ item, words }) => `${item}: ${words.slice(0, 12).join(' ')}`)).toEqual([]);
  const missed = new Set(loss.misses.map(({ item }) => item));
  expect(Object.keys(known).filter((item) => !missed.has(item) && !isCase(item))).toEqual([]);
  expect(loss.lost / loss.words).toBeLessThan(0.02);
  expect(loss.items).toBeGreaterThan(700);
});
