import type { Phrases } from './row.ts';

/** Lines that name the day or the edition before which a text must not go out. */
export const RELEASE_DAYS: Phrases = {
  en: [['hold', 'Broadcast: not before Friday']],
  de: [['hold', 'Erscheint frühestens am Samstag']],
  fr: [['hold', 'Parution pas avant l’édition de samedi']],
  es: [['hold', 'Emisión: no antes del viernes']],
  it: [['hold', 'In onda non prima di lunedì sera']],
  nl: [['hold', 'Verschijnt niet eerder dan maandag']],
  da: [['hold', 'Udsendelse: tidligst fredag']],
  pl: [['hold', 'Emisja: nie wcześniej niż w piątek']],
  ru: [['hold', 'Выход в эфир — не раньше пятницы']],
  ja: [['hold', '金曜夕刊より報道可能']],
  ko: [['hold', '토요일 조간부터 보도 가능']],
  'zh-Hans': [['hold', '周日晚报起方可刊登']],
};
