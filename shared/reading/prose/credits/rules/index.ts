import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { HanCredits, LatinCredits } from './rule.ts';
import { zh } from './zh.ts';

const LATIN: ReadonlyMap<string, LatinCredits> = new Map(Object.entries({ en, es, de, fr }));

/**
 * The rules for a language (BCP 47). In `latin`, the rules of the language come before the English ones. For a
 * language that has no rules of its own, `latin` contains the rules of all languages.
 */
export function creditRules(language: string): { han: HanCredits; latin: readonly LatinCredits[] } {
  const base = language.split('-')[0] ?? '';
  const own = LATIN.get(base);
  const latin = own && own !== en ? [own, en] : [en];
  const covered = own !== undefined || base === 'zh' || base === 'ja';
  return { han: base === 'ja' ? ja : zh, latin: covered ? latin : [en, es, de, fr] };
}
