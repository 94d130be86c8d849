import { readFileSync, readdirSync } from 'node:fs';
import type { Byline } from '../../../../shared/domain/article.ts';

/** A line that credits somebody, and what it means. */
export interface CreditLine {
  line: string;
  bylines: Byline[];
}

/** What a newsroom's pages put around a story, in one language; the texts are this project's own. */
export interface Furniture {
  language: string;
  title: string;
  prose: string[];
  /** Credits under the headline, and under the story. */
  over: CreditLine[];
  under: CreditLine[];
  /** Lines after the story that are not the article. */
  after: string[];
}

const FOLDER = new URL('furniture/', import.meta.url);

/** One of each language: `kind: line`, a credit with ` => role/name`, several parted by ` + `. */
export const FURNITURE: readonly Furniture[] = readdirSync(FOLDER).map((file) => {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const all = (kind: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${kind}: `) ? [line.slice(kind.length + 2)] : []));
  return {
    language: all('language').join(''),
    title: all('title').join(''),
    prose: all('prose'),
    over: all('over').map(creditLine),
    under: all('under').map(creditLine),
    after: all('after'),
  };
});

function creditLine(text: string): CreditLine {
  const [line = '', meaning = ''] = text.split(' => ');
  return {
    line,
    bylines: meaning.split(' + ').map((credit) => {
      const at = credit.lastIndexOf('/', credit.length - 2);
      const [role, name] = [credit.slice(0, at), credit.slice(at + 1)];
      return role === '' ? { name } : { name, role };
    }),
  };
}
