import type { LatinCredits } from './rule.ts';

export const de: LatinCredits = {
  openers: ['Von', 'Ein Bericht von', 'Text von'],
  labels: [
    ...['Text', 'Texte', 'Text und Fotos', 'Foto', 'Fotos', 'Bild', 'Bilder', 'Redaktion', 'Autor', 'Autorin', 'Autoren'],
    ...['Video', 'Kamera', 'Schnitt', 'Grafik', 'Grafiken', 'Illustration', 'Illustrationen', 'Übersetzung', 'Lektorat'],
    ...['Recherche', 'Mitarbeit', 'Gestaltung', 'Layout', 'Produktion', 'Regie', 'Schlussredaktion', 'Bildredaktion'],
    ...['Fotografie', 'Bericht', 'Protokoll', 'Interview', 'Redakteur', 'Redakteurin', 'Korrektorat', 'Daten', 'Umsetzung'],
  ],
  verbs: ['Text', 'Fotos', 'Foto', 'Mitarbeit', 'Illustration', 'Übersetzung', 'Bearbeitet', 'Aufgezeichnet', 'Übersetzt', 'Grafik'],
  conjunctions: ['und', 'sowie', '&'],
  places: ['in', 'aus'],
  titles: [
    ...['dpa', 'AFP', 'AP', 'Reuters', 'epd', 'KNA', 'Korrespondent', 'Korrespondentin', 'Redakteur', 'Redakteurin', 'Reporter'],
    ...['Reporterin', 'Redaktion', 'Zeitung', 'Nachrichten', 'Berlin', 'Büro', 'Autor', 'Autorin', 'Journalist', 'Journalistin'],
  ],
  desks: ['dpa', 'AFP', 'Reuters', 'epd', 'unserer Redaktion', 'unseren Korrespondenten', 'Redaktion'],
  notNames: [
    ...['Der', 'Die', 'Das', 'Den', 'Dem', 'Des', 'Dort', 'Hier', 'Da', 'Nun', 'Jetzt', 'Anfang', 'Beginn', 'Wegen', 'Heute'],
    ...['Morgen', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag', 'Ein', 'Einem', 'Einer'],
    ...['Null', 'Allen', 'Allem', 'Haus', 'Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September'],
  ],
};
