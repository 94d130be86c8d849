import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { feedFooter } from './feed-footers.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { type BoilerplateSet, pattern } from './rule.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

const SETS = new Map<string, BoilerplateSet>(
  Object.entries({ zh, en, ja, es, de, fr, ko, pt, it, nl, ru, ar }),
);

/** Rules for every language. */
const shared: BoilerplateSet = {
  related: [],
  buttons: [],
  anywhere: [feedFooter, pattern('end mark', /^_{3,}$/u, 80)],
  end: [
    pattern('tags', /^(?:[#＃][^\s#＃]{1,40}(?:\s+|$)){1,20}$/u, 300),
    // The initials of the people at an agency, and the line with the keys of its desks: `ab/cd`, `dpa ab xx a3 cd`.
    pattern(
      'initials',
      /^(?!(?:and|he|she|they|der|die|il|el)\/)(?:\p{Ll}{2,4}(?:[/-]\p{Ll}{2,4}){1,4}|\p{Lu}{2,5}(?: ?\/{1,2} ?\p{Lu}{2,5}){1,3})\.?$/u,
      30,
    ),
    pattern('initials', /^dpa(?: [\da-z]{2,6}){1,10}$/u, 60),
    pattern(
      'initials',
      /^[-–—]{1,2} ?(?:AFP|AP|ANI|ANSA|Bernama|BERNAMA|dpa|EFE|IANS|Lusa|PTI|TASS|UNI|Xinhua)[.)]?$/u,
      20,
    ),
  ],
};

/** The primary language of a BCP 47 tag if it has rules, else `und`. */
export function boilerplateBase(language: string): string {
  const base = language.split('-')[0] ?? '';
  return SETS.has(base) ? base : 'und';
}

/**
 * The rules for a language code that `boilerplateBase` returned. A language that has rules gets the shared rules, its
 * own rules and the English rules; `und` (undetermined) gets the rules of all languages.
 */
export function boilerplateSets(base: string): BoilerplateSet[] {
  const own = SETS.get(base);
  if (own === undefined) return [shared, ...SETS.values()];
  return own === en ? [shared, en] : [shared, own, en];
}
