import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { BoilerplateSet } from './rule.ts';
import { zh } from './zh.ts';

const SETS: Readonly<Record<string, BoilerplateSet>> = { zh, en, ja, es, de, fr };

/** The sets that apply to a text: its own language's and English; all where its language has none of its own. */
export function boilerplateSets(language: string): BoilerplateSet[] {
  const own = SETS[language.split('-')[0] ?? ''];
  if (own === undefined) return Object.values(SETS);
  return own === en ? [en] : [own, en];
}
