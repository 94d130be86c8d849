import type { Mentions } from './row.ts';

/** Stories that tell on which day something happens. */
export const MENTIONS_RELEASE_DAYS: Mentions = {
  en: [
    ['The bridge will not open before Friday', 'The council does not expect traffic on it before Friday.'],
  ],
  de: [['Die Brücke öffnet nicht vor Freitag', 'Die Sendung über den Bau läuft am Sonntag.']],
  fr: [['Le pont ne rouvrira pas avant vendredi', 'La mairie n’attend pas de voitures avant vendredi.']],
  es: [['El puente no abrirá antes del viernes', 'La emisión de bonos para la obra se aplazó al lunes.']],
  ru: [['Мост откроют не раньше пятницы', 'Выход сборной на лёд ожидается не раньше субботы.']],
  ja: [['橋の開通は金曜日以降に', '放送局は橋の番組を土曜日から流すと話した。']],
  ko: [['다리는 토요일부터 통행 가능', '토요일 조간신문은 다리 사진을 실었다.']],
};
