import { ja, zhHans, zhHant } from './east-asian.ts';
import { ar, it, ko, nl, pt, ru } from './further.ts';
import { de, en, es, fr } from './latin.ts';

export const MATERIAL = [zhHans, zhHant, ja, en, es, de, fr, pt, it, nl, ru, ar, ko];

/** Datelines of news agencies, by language. They are part of the story, so no rule may cut them. */
export const DATELINES: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['新华社杭州4月13日电 ', '本报讯 ', '中新网太原4月13日电 '],
  'zh-Hant': ['（中央社台北13日電）', '【本報訊】', '【明報專訊】'],
  ja: ['【ベルリン共同】', '【ワシントン時事】'],
  en: ['HAVENMOUTH, April 13 (Newswire) - ', 'SPRINGFIELD (AE) — ', 'LONDON — '],
  es: ['Valmar, 13 abr (EJEMPLO).- ', 'MADRID — ', 'Valmar (EJEMPLO) - '],
  de: ['Berlin (dpa) - ', 'HAVENMÜNDE. ', 'Havenmünde/Berlin (epd). '],
  pt: ['Valmar, 13 abr (Exemplo) - ', 'LISBOA — '],
  it: ['(Esempio) - VALMAR, 13 APR - ', 'ROMA — '],
  nl: ['VALMAR (EXA) - ', 'Amsterdam - '],
  ru: ['ВАЛЬМАР, 13 апреля. ', 'МОСКВА, 13 апр — '],
  ar: ['القاهرة - ', 'فالمار (مثال) - '],
  ko: ['(항구=산해통신) ', '[서울=산해] '],
  fr: ['VALMER, 13 avr 2026 (AEX) - ', 'VALMER (AEX) — ', 'Valmer, le 13 avril – '],
};

/** Words of the prose, by language, each with the form that it has with readings, as in texts for learners. */
export const READINGS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'zh-Hans': [
    ['居民', '居(jū)民'],
    ['负责', '负(fù)责(zé)'],
    ['水质', '水质〔zhì〕'],
  ],
  'zh-Hant': [
    ['工程', '工(gōng)程'],
    ['深夜', '深〔shēn〕夜'],
    ['費用', '費（fèi）用'],
  ],
};
