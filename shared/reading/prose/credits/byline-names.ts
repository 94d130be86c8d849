import type { Byline } from '../../../domain/article.ts';
import { lineOfText } from '../../../domain/text.ts';
import { creditsIn } from './credits.ts';

/** What stands before names in a byline, and between two of them, in the languages that wires write. */
const BEFORE_NAMES = /^(?:by|por|von|par|di|文|記者|记者)(?:\s+|[:：]\s*|(?=\p{Script=Han}))/iu;
const BETWEEN_NAMES = /\s*[,;、，；&/／|]\s*|\s+(?:and|und|y|et|e|och|en|with|con|mit|avec)\s+/iu;

/** A name in the Latin script as people have them: two to four words. */
const PERSON = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,3}$/u;

/**
 * The people in a line that is known to be a byline: by the rules for credits, with their roles, else by what stands
 * between them. `language`: BCP 47, whose rules go first.
 */
export function bylinesIn(line: string, language: string): Byline[] {
  const text = lineOfText(line);
  return (
    byRules(text, language) ??
    text
      .replace(BEFORE_NAMES, '')
      .split(BETWEEN_NAMES)
      .filter((name) => name !== '')
      .map((name) => ({ name }))
  );
}

/**
 * The same for what a feed has in the place of one name, which stays as it is unless rules or the form of every part
 * say that it is more: `Roe, Jane` and `Example and Sons` are one.
 */
export function creditedIn(name: string, language: string): Byline[] {
  const ruled = byRules(name, language);
  if (ruled !== undefined || name === '') return ruled ?? [];
  const parts = name.split(BETWEEN_NAMES);
  return (parts.every((part) => PERSON.test(part)) ? parts : [name]).map((part) => ({ name: part }));
}

function byRules(text: string, language: string): Byline[] | undefined {
  const credited = creditsIn(text, language);
  const bylines = credited.at(-1)?.rest === '' ? credited.flatMap((credit) => credit.bylines) : [];
  return bylines.length === 0 ? undefined : bylines;
}
