/** The months in English, German, French and Spanish, January first: their names and usual abbreviations. */
const MONTH_NAMES = [
  'january jan januar janvier enero ene',
  'february feb februar février fevrier fév fev febrero',
  'march mar märz mars marzo',
  'april apr avril abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet julio',
  'august aug août agosto ago',
  'september sept sep septembre septiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez décembre déc diciembre dic',
].map((names) => names.split(' '));

/** A part of a regular expression (with the flags `iu`) that matches any of these names. */
export const MONTH_NAME = `(?:${MONTH_NAMES.flat().join('|')})`;

/**
 * The months in further languages, and more abbreviations in these four languages, come from Unicode's CLDR through
 * Intl. If two languages use one word for different months, the word has its meaning in the language that is earlier
 * in this list. This is why Croatian is not in the list: `listopad` is October in Croatian and November in Polish.
 */
export const NAME_LANGUAGES =
  'en de de-AT fr es it pt nl sv da nb fi hu el pl cs ro ru uk tr ca id vi et lt lv sk bg ar ar-SY he fa hi'.split(
    ' ',
  );

/** Spellings that feeds use and CLDR does not have. */
const OTHER_SPELLINGS: Readonly<Record<string, number>> = { maerz: 3, jaen: 1, mrz: 3, मई: 5, जन: 6 };

/** The name in lower case without accents, points and apostrophes. */
export const foldedName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.’']/gu, '')
    .replaceAll('ı', 'i');

const numberByName = new Map([
  ...MONTH_NAMES.flatMap((names, at) => names.map((name): [string, number] => [foldedName(name), at + 1])),
  ...Object.entries(OTHER_SPELLINGS),
]);

let cldrNumberByName: Map<string, number> | undefined;

/**
 * Built when a name is not in the table above, because creating CLDR's formatters takes longer than reading most
 * submissions.
 */
function cldrMonths(): Map<string, number> {
  if (cldrNumberByName) return cldrNumberByName;
  cldrNumberByName = new Map();
  for (const language of NAME_LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      // With a day, Intl gives the grammatical case that dates use (июля); without one, the nominative (июль).
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(language, {
          month,
          ...(day && { day }),
          timeZone: 'UTC',
          calendar: 'gregory',
        });
        for (let at = 0; at < 12; at++) {
          const part = format.formatToParts(Date.UTC(2023, at, 10)).find(({ type }) => type === 'month');
          const name = foldedName(part?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name) && !cldrNumberByName.has(name)) cldrNumberByName.set(name, at + 1);
        }
      }
    }
  }
  return cldrNumberByName;
}

/** The month, 1 to 12, of a number or of a name in one of the languages; undefined for any other text. */
export function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return +text >= 1 && +text <= 12 ? +text : undefined;
  const name = foldedName(text);
  return numberByName.get(name) ?? cldrMonths().get(name);
}
