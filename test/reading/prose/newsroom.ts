import { readFileSync, readdirSync } from 'node:fs';

/**
 * Articles as they are copied from pages of newsrooms, with the expected result. They are written for this project,
 * in the files of `newsrooms/`. An article starts with `=== ` and its name. The next lines are facts: `language:`,
 * `byline: role | names`, and `headline:` if the headline is not a line of the text. The text follows after `---`.
 * Each line of the text is another `byline:`, or starts with one of these signs:
 *
 *     H  the headline          K  a paragraph of the body      +  a further line of that paragraph
 *     B  credits, cut          C  boilerplate, cut             =  the expected text of the paragraph above
 *
 * Text in braces must be cut from its line: readings, and credits at the end of a paragraph.
 */
export interface Newsroom {
  name: string;
  text: string;
  language: string;
  headline: string;
  /** `role/name`, or `/name` for a byline without a role; sorted. */
  bylines: string[];
  kept: string[];
  cut: string[];
}

const FOLDER = new URL('newsrooms/', import.meta.url);

/** All articles of all files in the folder. */
export function newsrooms(): Newsroom[] {
  return readdirSync(FOLDER).flatMap((file) =>
    readFileSync(new URL(file, FOLDER), 'utf8')
      .split(/^=== /mu)
      .slice(1)
      .map((part) => newsroom(file.replace(/\.txt$/u, ''), part)),
  );
}

function newsroom(style: string, part: string): Newsroom {
  const [head = '', text = ''] = part.split(/^---\n/mu);
  const [name = '', ...facts] = head.trimEnd().split('\n');
  const lines = text.split('\n').map((line) => ({ kind: line.slice(0, 1), content: line.slice(2) }));
  const fact = (key: string): string[] =>
    [...facts, ...text.split('\n')].flatMap((line) =>
      line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : [],
    );
  const [language = ''] = fact('language');
  const textLines = lines.filter(({ kind }) => 'HKBC+'.includes(kind));
  return {
    name: `${style}: ${name}`,
    text: textLines.map(({ content }) => content.replace(/[{}]/gu, '')).join('\n'),
    language,
    headline: fact('headline')[0] ?? linesOfKind(lines, 'H').join(' '),
    bylines: fact('byline').flatMap(namesOf).sort(),
    kept: bodyOf(lines),
    cut: [...linesOfKind(lines, 'B'), ...linesOfKind(lines, 'C')].filter((line) => line !== ''),
  };
}

interface Line {
  kind: string;
  content: string;
}

const withoutBraces = (content: string): string => content.replace(/\{[^{}]*\}/gu, '');

function linesOfKind(lines: readonly Line[], wanted: string): string[] {
  return lines.flatMap(({ kind, content }) => (kind === wanted ? [withoutBraces(content)] : []));
}

function bodyOf(lines: readonly Line[]): string[] {
  return lines.reduce<string[]>((body, { kind, content }) => {
    if (kind === 'K') return [...body, withoutBraces(content)];
    if (kind === '+') return [...body.slice(0, -1), `${body.at(-1) ?? ''}\n${withoutBraces(content)}`];
    if (kind === '=') return [...body.slice(0, -1), content];
    return body;
  }, []);
}

function namesOf(fact: string): string[] {
  const [role = '', names = ''] = fact.split('|').map((part) => part.trim());
  // Latin names contain spaces, so that commas separate them.
  const parts = /\p{Script=Latin}/u.test(names) ? names.split(/,\s*/u) : names.split(/[\s、]+/u);
  return parts.map((name) => `${role}/${name}`);
}

/** The text with each run of white space as one space, for comparison. */
export function asRead(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
