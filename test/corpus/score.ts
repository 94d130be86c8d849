import type { readXmlFeed } from '../../shared/reading/formats/feed/xml-feed.ts';
import { type Check, fieldOf, holds, isModelled, MARKUP_FIELDS } from './feedparser-fields.ts';
import { isStripped } from './markup.ts';

type ReadResult = ReturnType<typeof readXmlFeed>;

/** A corpus file, what is expected of it, and how to read it. */
export interface Case {
  file: string;
  checks: readonly Check[];
  read: () => ReadResult;
}

export interface Score {
  cases: number;
  held: number;
  /**
   * Cases whose expected text contains markup that the sanitiser removes. For the comparison, the same markup is
   * removed from the expected text.
   */
  stripped: { cases: number; held: number };
  misses: string[];
}

/**
 * Counts how many cases are read as expected. Cases with a check about a field that Wiredesk does not read are left
 * out.
 */
export function score(cases: readonly Case[]): Score {
  const result: Score = { cases: 0, held: 0, stripped: { cases: 0, held: 0 }, misses: [] };
  for (const { file, checks, read } of cases) {
    if (checks.length === 0 || !checks.every(isModelled)) continue;
    const into = checks.some(isOfStrippedMarkup) ? result.stripped : result;
    into.cases++;
    if (allHold(checks, read())) into.held++;
    else result.misses.push(file);
  }
  return result;
}

function allHold(checks: readonly Check[], result: ReadResult): boolean {
  if (!result.ok) return false;
  const { feed } = result;
  const items = feed.items.map((read) => (read.ok ? read.item : undefined));
  return checks.every((check) => holds(check, { ...feed, items }));
}

function isOfStrippedMarkup(check: Check): boolean {
  return (
    typeof check.value === 'string' && MARKUP_FIELDS.test(fieldOf(check).field) && isStripped(check.value)
  );
}
