const ENGLISH = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * Languages whose month names are read beside English, from Unicode's CLDR as Intl has it. Where two share a word for
 * different months the earlier one keeps it, which is why Croatian (listopad: October, in Polish November) is not here.
 */
const LANGUAGES = [
  ...[
    'de',
    'de-AT',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'hu',
    'el',
    'pl',
    'cs',
    'ro',
    'ru',
  ],
  ...['uk', 'tr', 'ca', 'id', 'vi', 'et', 'lt', 'lv', 'sk', 'bg'],
];

/** Spellings that are in feeds and not in CLDR. */
const FURTHER: Readonly<Record<string, number>> = { sept: 9, okt: 10, marz: 3, maerz: 3, jaen: 1, mrz: 3 };

const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.’']/gu, '');

let byName: Map<string, number> | undefined;

/** Made when the first month that is not English comes by: CLDR's formatters cost more than most submissions. */
function foreignMonths(): Map<string, number> {
  if (byName) return byName;
  byName = new Map(Object.entries(FURTHER));
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      // With a day beside it the month stands in the case that dates use (июля, not июль); alone in the other.
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(language, { month, ...(day && { day }), timeZone: 'UTC' });
        for (let at = 0; at < 12; at++) {
          const part = format.formatToParts(Date.UTC(2023, at, 10)).find(({ type }) => type === 'month');
          const name = folded(part?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name) && !byName.has(name)) byName.set(name, at + 1);
        }
      }
    }
  }
  return byName;
}

/** The month, 1 to 12, that a number or a name in one of the languages says; undefined for none. */
export function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return +text >= 1 && +text <= 12 ? +text : undefined;
  const name = folded(text);
  const english = ENGLISH.findIndex((full) => name === full || name === full.slice(0, 3));
  return english === -1 ? foreignMonths().get(name) : english + 1;
}
