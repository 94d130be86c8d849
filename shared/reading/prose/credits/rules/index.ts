import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { cs, el, hu, id, nordic, pl, ro, tr, vi } from './labels-only.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import type { HanCredits, LatinCredits } from './rule.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** The scripts with capital letters, so Cyrillic and Greek too. */
const LATIN: ReadonlyMap<string, LatinCredits> = new Map(
  Object.entries({
    ...{ en, es, de, fr, pt, it, nl, ru, pl, tr, vi, el, cs, hu, ro, id },
    ...{ gl: pt, af: nl, uk: ru, be: ru, bg: ru, sk: cs, ms: id },
    ...{ sv: nordic, da: nordic, no: nordic, nb: nordic, nn: nordic },
  }),
);

/** The languages whose credits are in a script that has a reader of its own. */
const OTHER_SCRIPTS: ReadonlySet<string> = new Set(['zh', 'ja', 'ko', 'ar']);

/**
 * The rules for a language (BCP 47). In `latin`, the rules of the language come before the English ones. For a
 * language that has no rules of its own, `latin` contains the rules of five languages; no more, because `Di` and
 * `Door` begin a byline in one language and a sentence in another.
 */
export function creditRules(language: string): { han: HanCredits; latin: readonly LatinCredits[] } {
  const base = language.split('-')[0] ?? '';
  const own = LATIN.get(base);
  const latin = own && own !== en ? [own, en] : [en];
  const covered = own !== undefined || OTHER_SCRIPTS.has(base);
  return { han: base === 'ja' ? ja : zh, latin: covered ? latin : [en, es, de, fr, ru] };
}
