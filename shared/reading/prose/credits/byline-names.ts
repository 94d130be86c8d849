import type { Byline } from '../../../domain/article.ts';
import { lineOfText } from '../../../domain/text.ts';
import { creditsIn } from './credits.ts';

/** The words before the names in a byline, and between two names, in the languages of news agencies. */
const BEFORE_NAMES = /^(?:by|por|von|par|di|文|記者|记者)(?:\s+|[:：]\s*|(?=\p{Script=Han}))/iu;
const BETWEEN_NAMES = /\s*[,;、，；&/／|]\s*|\s+(?:and|und|y|et|e|och|en|with|con|mit|avec)\s+/iu;

/** A person's name in the Latin script: two to four words. */
const PERSON = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,3}$/u;

/**
 * The people in a line that is known to be a byline. The rules for credits find names with their roles; if they find
 * nothing, the line is split at the words and signs between names. `language`: a BCP 47 tag; the rules of this
 * language are tried first.
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
 * The people in a field that is meant for one name, such as a feed's author. The text stays one name unless the rules
 * for credits find several people in it, or each part has the form of a name: `Roe, Jane` and `Example and Sons` stay
 * whole.
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
