import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { feedFooter } from './feed-footers.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { type BoilerplateSet, pattern } from './rule.ts';
import { zh } from './zh.ts';

const SETS = new Map<string, BoilerplateSet>(Object.entries({ zh, en, ja, es, de, fr }));

/** Rules for every language. */
const shared: BoilerplateSet = {
  related: [],
  buttons: [],
  anywhere: [feedFooter, pattern('end mark', /^_{3,}$/u, 80)],
  end: [pattern('tags', /^(?:[#＃][^\s#＃]{1,40}(?:\s+|$)){1,20}$/u, 300)],
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
