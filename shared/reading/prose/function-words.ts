import { phrases } from './words.ts';

const wordsOf = (list: string): ReadonlySet<string> => new Set(phrases(list));

/**
 * Very common words of each language that related languages write differently. If a text contains enough words of the
 * language that the sender states, the text is in that language.
 */
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: wordsOf('the | and | of | to | that | with | was | from | for | is | by | this'),
    de: wordsOf('und | ist | nicht | eine | für | auch | wird | sich | der | das | mit | auf'),
    fr: wordsOf('dans | une | est | qui | pour | avec | aux | du | et | sur | pas | été'),
    es: wordsOf('el | los | las | y | por | una | con | más | su | lo | como'),
    pt: wordsOf('não | uma | são | com | em | pelo | pela | também | até | ao | foi | mais | seu | isso'),
    it: wordsOf('il | che | gli | della | nel | nella | è | sono | più | anche | alla | dei | di | per'),
    nl: wordsOf('het | een | en | van | dat | niet | zijn | voor | ook | wordt | naar | maar | heeft | bij'),
    ru: wordsOf('что | это | как | из | его | был | была | было | для | или | также | они | только | при'),
    ar: wordsOf('في | من | على | إلى | أن | التي | الذي | هذا | هذه | عن | مع | بعد | قبل | كان | كانت'),
  }),
);

/**
 * Of every `ONE_IN` words, at least one must be in the list, and at least `FEWEST_DIFFERENT` different words of the
 * list must occur. A single word is not enough: `y` is also a Welsh word.
 */
const ONE_IN = 8;
const FEWEST_DIFFERENT = 4;

const split = (text: string): string[] => text.toLowerCase().split(/\s+/u);

/** Whether a text is certainly in a language (ISO 639-1 code). Always false for a language without a list. */
export function confirms(text: string, language: string): boolean {
  const own = FUNCTION_WORDS.get(language);
  if (own === undefined) return false;
  const words = split(text);
  const found = words.filter((word) => own.has(word));
  return found.length * ONE_IN >= words.length && new Set(found).size >= FEWEST_DIFFERENT;
}

/** Whether a text has two different function words of any language in the list above. */
export function hasFunctionWords(text: string, isIgnored: (word: string) => boolean): boolean {
  const words = new Set(split(text).filter((word) => !isIgnored(word)));
  return [...FUNCTION_WORDS.values()].some((own) => [...words].filter((word) => own.has(word)).length >= 2);
}

/**
 * Groups of languages that the detector confuses, with words that only one language of the group has. Galician and
 * Afrikaans are unknown to the detector, which takes them for Portuguese and Dutch.
 */
const GROUPS: readonly ReadonlyMap<string, ReadonlySet<string>>[] = [
  {
    pt: wordsOf(
      'não | uma | são | com | em | também | até | pelo | pela | seu | sua | mais | à | já | muito | isso | às | ele | ela | um',
    ),
    es: wordsOf(
      'el | los | las | y | una | pero | más | su | sus | fue | hasta | también | muy | lo | al | en | ya | sin',
    ),
    gl: wordsOf(
      'unha | non | coa | cos | dun | dunha | nunha | máis | ata | moi | onte | xa | polo | pola | tamén | fixo | dixo | xunta | súa | súas | seus | el',
    ),
    ca: wordsOf(
      'amb | els | una | per | però | més | les | dels | als | és | i | ha | aquest | aquesta | va | fins | molt',
    ),
    it: wordsOf(
      'il | che | gli | della | nel | nella | è | sono | più | anche | alla | dei | di | e | lo | ha | per | ma',
    ),
  },
  {
    nl: wordsOf(
      'het | een | en | niet | zijn | voor | ook | wordt | naar | heeft | bij | dat | deze | werd | hij | gisteren | uit | aan',
    ),
    de: wordsOf(
      'und | ist | nicht | eine | für | auch | wird | sich | der | das | mit | auf | den | dem | von | im | zu',
    ),
    af: wordsOf(
      "'n | ’n | nie | vir | het | ook | hy | sy | gesê | hierdie | word | wat | is | gister | na | deur | dit | hulle | daar",
    ),
  },
  {
    no: wordsOf(
      'av | ble | etter | noen | mye | ikke | hun | å | sier | fra | mellom | gjennom | nå | også | bli',
    ),
    da: wordsOf(
      'af | blev | efter | nogle | meget | ikke | hun | at | siger | fra | mellem | gennem | nu | også | blive | har | bliver',
    ),
    sv: wordsOf(
      'och | att | är | för | från | också | inte | som | på | av | ett | har | efter | mellan | genom | nu | blev',
    ),
  },
  {
    ru: wordsOf(
      'и | что | это | как | из | его | был | была | было | для | или | также | они | только | при | чтобы | сообщил',
    ),
    uk: wordsOf(
      'і | що | це | як | з | його | був | була | було | для | або | також | вони | та | від | щоб | ще | та',
    ),
    bg: wordsOf(
      'че | това | са | от | за | се | като | ще | беше | до | със | във | който | която | между | след',
    ),
    be: wordsOf('і | што | гэта | як | з | яго | быў | была | ў | ад | таксама | каб | пасля'),
  },
  {
    ar: wordsOf(
      'في | من | على | إلى | أن | التي | الذي | هذا | هذه | عن | مع | بعد | قبل | كان | كانت | أمس',
    ),
    fa: wordsOf('در | از | به | که | این | را | با | است | برای | می | شد | آن | و'),
    ur: wordsOf('کے | کی | ہے | میں | اور | سے | نے | کو | کا | ہیں | پر | یہ'),
  },
].map((group) => new Map(Object.entries(group)));

/** In Arabic script, a text without any of these words may be a list of names in each of the languages. */
const ARABIC: ReadonlySet<string> = new Set(['ar', 'fa', 'ur']);

/** Languages that are written so much alike that the sender knows better which one it is. */
const ALIKE: readonly ReadonlySet<string>[] = [
  'no nb nn',
  'hr sr bs sh',
  'id ms',
  'tl fil',
  'fa prs',
  'ro mo',
].map((codes) => new Set(codes.split(' ')));

/** Whether a text in one of these languages (ISO 639 codes) may be in the other one. */
export const isAlike = (left: string, right: string): boolean =>
  left === right || ALIKE.some((codes) => codes.has(left) && codes.has(right));

/** How many words of a language another one of its group must be ahead to be taken instead. */
const AHEAD = 2;

/**
 * The language of a text that the detector takes for `language`, judged by the words that related languages write
 * differently. `isClear`: false if a related language has as many such words, or if a text in
 * Arabic script has none at all. `declared`: the language that the sender states.
 */
export function amongRelated(
  text: string,
  language: string,
  declared = language,
): { language: string; isClear: boolean } {
  const group = GROUPS.find((candidate) => candidate.has(language));
  if (group === undefined) return { language, isClear: true };
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{M}'’]+/u));
  const counts = [...group].map(([name, own]): [string, number] => [
    name,
    [...own].filter((word) => words.has(word)).length,
  ]);
  const own = counts.find(([name]) => name === language)?.[1] ?? 0;
  const [other = language, most = 0] =
    counts.filter(([name]) => name !== language).sort((a, b) => b[1] - a[1])[0] ?? [];
  // The sender's word decides if the text has no more words of the language that the detector takes it for.
  const stated = counts.find(([name]) => name === declared)?.[1] ?? 0;
  if (declared !== language && stated > 0 && stated >= own && stated >= most)
    return { language: declared, isClear: true };
  if (most >= own + AHEAD) return { language: other, isClear: true };
  return { language, isClear: own > most || (own === 0 && most === 0 && !ARABIC.has(language)) };
}
