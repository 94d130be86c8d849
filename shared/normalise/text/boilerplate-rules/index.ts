import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { BoilerplateSet } from './rule.ts';
import { zh } from './zh.ts';

const SETS = new Map<string, BoilerplateSet>(Object.entries({ zh, en, ja, es, de, fr }));

/** The language with rules that a text's language is a kind of; `und` where there are none for it. */
export function boilerplateBase(language: string): string {
  const base = language.split('-')[0] ?? '';
  return SETS.has(base) ? base : 'und';
}

/** The sets that apply to a text: its own language's and English; all where its language has none of its own. */
export function boilerplateSets(base: string): BoilerplateSet[] {
  const own = SETS.get(base);
  if (own === undefined) return [...SETS.values()];
  return own === en ? [en] : [own, en];
}
