import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const de: LatinCredits = {
  openers: phrases(`
    Von | Ein Bericht von | Text von | Von unserem Redakteur | Von unserer Redakteurin
    Von unserem Korrespondenten | Von unserer Korrespondentin | Von unserem Mitarbeiter
    Von unserer Mitarbeiterin | Von unserem Reporter | Von unserer Reporterin | Ein Gastbeitrag von
    Ein Kommentar von | Eine Analyse von | Eine Reportage von | Kommentar von | Aus dem Englischen von
    Geschrieben von | Verfasst von | Ein Essay von
  `),
  phrases: [
    'Das Interview führte',
    'Das Interview führten',
    'Das Gespräch führte',
    'Das Gespräch führten',
    'Interview von',
    'Die Fragen stellte',
    'Die Fragen stellten',
    'Aufgezeichnet von',
    'Protokolliert von',
    'Aus \\p{Lu}[\\p{L}-]+ (?:berichtet|berichten)',
    'Es (?:berichtet|berichten)',
  ],
  closings: [
    '(?:hat|haben) (?:zu diesem (?:Bericht|Artikel|Text) beigetragen|an diesem (?:Bericht|Artikel|Text) mitgearbeitet)',
  ],
  labels: phrases(`
    Text | Texte | Text und Fotos | Text und Foto | Text und Bild | Text und Bilder | Fotos und Text
    Foto und Text | Foto | Fotos | Bild | Bilder | Redaktion | Autor | Autorin | Autoren | Video | Kamera
    Schnitt | Grafik | Grafiken | Illustration | Illustrationen | Übersetzung | Lektorat | Recherche
    Übersetzung aus dem Englischen | Bearbeitung | Verantwortlich | Chef vom Dienst
    Redaktionelle Mitarbeit | Bildnachweis | Titelbild | Bildquelle | Fotograf | Fotografin | Moderation
    Gesprächsführung | Mitarbeit | Gestaltung | Layout | Produktion | Regie | Schlussredaktion
    Bildredaktion | Fotografie | Bericht | Protokoll | Interview | Redakteur | Redakteurin | Korrektorat
    Daten | Umsetzung
  `),
  verbs: phrases(`
    Bericht | Redigiert | Text | Fotos | Foto | Mitarbeit | Illustration | Übersetzung | Bearbeitet
    Aufgezeichnet | Übersetzt | Grafik
  `),
  sources: ['Quelle', 'Quellen'],
  positions: phrases(`
    Korrespondent | Korrespondentin | Redakteur | Redakteurin | Reporter | Reporterin | Autor | Autorin
    Journalist | Journalistin | dpa | epd | AFP
  `),
  placeSigns: [],
  conjunctions: ['und', 'sowie', '&'],
  places: ['in', 'aus'],
  titles: phrases(`
    dpa | AFP | AP | Reuters | epd | KNA | Korrespondent | Korrespondentin | Redakteur | Redakteurin
    Reporter | Reporterin | Redaktion | Zeitung | Nachrichten | Berlin | Büro | Autor | Autorin | Journalist
    Journalistin
  `),
  desks: ['dpa', 'AFP', 'Reuters', 'epd', 'unserer Redaktion', 'unseren Korrespondenten', 'Redaktion'],
  notNames: phrases(`
    Der | Die | Das | Den | Dem | Des | Dort | Hier | Da | Nun | Jetzt | Anfang | Beginn | Wegen | Heute
    Morgen | Montag | Dienstag | Mittwoch | Donnerstag | Freitag | Samstag | Sonntag | Ein | Einem | Einer
    Null | Allen | Allem | Haus | Januar | Februar | März | April | Mai | Juni | Juli | August | September
  `),
};
