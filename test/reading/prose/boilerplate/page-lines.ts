import { readFileSync, readdirSync } from 'node:fs';
import type { Byline } from '../../../../shared/domain/article.ts';

/** A line of credits and the bylines that must be read from it. */
export interface CreditLine {
  line: string;
  bylines: Byline[];
}

/** The lines that pages of newsrooms put around a story, in one language. Written for this project. */
export interface PageLines {
  language: string;
  title: string;
  prose: string[];
  /** Credits below the headline. */
  over: CreditLine[];
  /** Credits below the story. */
  under: CreditLine[];
  /** Lines after the story that are boilerplate. */
  after: string[];
}

const FOLDER = new URL('page-lines/', import.meta.url);

/**
 * One entry for each language, from one file. A line of a file is `kind: line`. After a credit follow ` => ` and its
 * bylines as `role/name`, separated by ` + `.
 */
export const PAGE_LINES: readonly PageLines[] = readdirSync(FOLDER).map((file) => {
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
