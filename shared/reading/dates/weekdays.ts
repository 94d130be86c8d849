import { foldedName, NAME_LANGUAGES } from './months.ts';

/** Monday 2 January 2023. */
const A_MONDAY = Date.UTC(2023, 0, 2);
const DAY = 24 * 60 * 60 * 1000;

let numberByName: Map<string, number> | undefined;

/**
 * Built at the first use, because creating the formatters takes longer than reading most submissions. If two languages
 * use one name for different days, the name is left out.
 */
function names(): Map<string, number> {
  if (numberByName) return numberByName;
  const found = new Map<string, number>();
  const unclear = new Set<string>();
  for (const language of NAME_LANGUAGES) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) {
        const name = foldedName(format.format(A_MONDAY + (day - 1) * DAY)).replace(/^יום /u, '');
        if (!/^[\p{L}\p{M}-]{3,}$/u.test(name)) continue;
        if ((found.get(name) ?? day) !== day) unclear.add(name);
        found.set(name, day);
      }
    }
  }
  for (const name of unclear) found.delete(name);
  numberByName = found;
  return found;
}

/** The weekday, 1 (Monday) to 7, of a name in one of the languages; undefined for any other text. */
export function weekdayNumber(text: string): number | undefined {
  return names().get(foldedName(text));
}
