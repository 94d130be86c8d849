import { readFileSync, readdirSync } from 'node:fs';

/**
 * Articles as newsrooms' pages give them when scraped, annotated line by line; the texts are this project's own.
 * Each begins with `=== what it shows`, then the truth that no line carries (`language:`, `byline: role | names`,
 * `headline:` where it is not one of the lines), then `---` and the text, each of its lines after a letter
 * (a `byline:` may also stand there, on a line of its own):
 *
 *     H  the headline          K  a paragraph of the body      +  a further line of that paragraph
 *     B  credits, cut          C  cut                          =  how the paragraph above is to read in the end
 *
 * What stands in braces is in the text and not in the article: readings, credits at a paragraph's end.
 */
export interface Newsroom {
  name: string;
  text: string;
  language: string;
  headline: string;
  /** `role/name`, `/name` without a role, sorted. */
  bylines: string[];
  kept: string[];
  cut: string[];
}

const FOLDER = new URL('newsrooms/', import.meta.url);

/** Every article of every file of the folder. */
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
  const lines = text.split('\n').map((line) => ({ kind: line.slice(0, 1), said: line.slice(2) }));
  const fact = (key: string): string[] =>
    [...facts, ...text.split('\n')].flatMap((line) =>
      line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : [],
    );
  const [language = ''] = fact('language');
  const spoken = lines.filter(({ kind }) => 'HKBC+'.includes(kind));
  return {
    name: `${style}: ${name}`,
    text: spoken.map(({ said }) => said.replace(/[{}]/gu, '')).join('\n'),
    language,
    headline: fact('headline')[0] ?? only(lines, 'H').join(' '),
    bylines: fact('byline').flatMap(namesOf).sort(),
    kept: bodyOf(lines),
    cut: [...only(lines, 'B'), ...only(lines, 'C')].filter((line) => line !== ''),
  };
}

interface Line {
  kind: string;
  said: string;
}

const without = (said: string): string => said.replace(/\{[^{}]*\}/gu, '');

function only(lines: readonly Line[], wanted: string): string[] {
  return lines.flatMap(({ kind, said }) => (kind === wanted ? [without(said)] : []));
}

function bodyOf(lines: readonly Line[]): string[] {
  return lines.reduce<string[]>((body, { kind, said }) => {
    if (kind === 'K') return [...body, without(said)];
    if (kind === '+') return [...body.slice(0, -1), `${body.at(-1) ?? ''}\n${without(said)}`];
    if (kind === '=') return [...body.slice(0, -1), said];
    return body;
  }, []);
}

function namesOf(fact: string): string[] {
  const [role = '', names = ''] = fact.split('|').map((part) => part.trim());
  // A Latin name has blanks of its own; a list of them is parted by commas.
  const parts = /\p{Script=Latin}/u.test(names) ? names.split(/,\s*/u) : names.split(/[\s、]+/u);
  return parts.map((name) => `${role}/${name}`);
}

/** Text as a reader would compare it: how wide a blank is says nothing. */
export function asRead(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
