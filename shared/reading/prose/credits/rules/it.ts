import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const it: LatinCredits = {
  openers: phrases(`
    Di | A cura di | Scritto da | Testo di | Testi di | Un articolo di | Articolo di | Un reportage di
    Reportage di | Pubblicato da | Un'analisi di | Un’analisi di | Un commento di | Dal nostro inviato
    Dalla nostra inviata | Dal nostro corrispondente | Dalla nostra corrispondente | Servizio di
  `),
  phrases: [
    'Intervista di',
    'Traduzione di',
    'Ha collaborato',
    'Hanno collaborato',
    'Con la collaborazione di',
  ],
  closings: ['(?:ha|hanno) collaborato (?:a|con) (?:questo|questa) (?:articolo|servizio|inchiesta)'],
  labels: phrases(`
    Testo | Testi | Testo e foto | Testi e foto | Foto e testi | Foto e testo | Foto | Fotografia
    Fotografie | Fotografo | Fotografa | Autore | Autrice | Autori | Redazione | Redattore | Redattrice
    Video | Riprese | Montaggio | Traduzione | Illustrazione | Illustrazioni | Grafica | Grafiche
    Infografica | Infografiche | A cura | Editing | Servizio | Regia | Produzione | Intervista | Ricerca
    Crediti | Credito | Credito foto | Crediti foto | Credito fotografico | Immagine | Immagini | Editor
    Caporedattore | Direttore responsabile | Giornalista | Inviato | Inviata | Disegni | Dati
    Foto di copertina | Impaginazione | Revisione
  `),
  verbs: phrases(`
    Testo | Testi | Foto | Fotografie | Video | Traduzione | Illustrazioni | Illustrazione | Servizio
    Testi e foto | Testo e foto | Montaggio | Intervista
  `),
  sources: ['Fonte', 'Fonti'],
  positions: phrases(`
    corrispondente | inviato | inviata | inviato speciale | redattore | redattrice | giornalista | editor
    editorialista | ANSA | AGI | Adnkronos | AFP
  `),
  placeSigns: ['/', '|'],
  conjunctions: ['e', 'ed', 'con', '&'],
  places: ['a', 'in'],
  titles: phrases(`
    corrispondente | inviato | inviata | redattore | redattrice | redazione | giornalista | ANSA | AGI
    Adnkronos | LaPresse | AFP | AP | Reuters | agenzia | corriere | gazzetta | giornale | editorialista
    speciale | notizie | collaboratore | collaboratrice
  `),
  desks: phrases(`
    A cura della Redazione | A cura della redazione | Redazione | La Redazione | la Redazione | la redazione | Redazione Web | Redazione web
    Redazione Online | Redazione online | Redazione Centrale | ANSA | Agenzia ANSA | Adnkronos | AGI
    LaPresse | Reuters | AFP | AP
  `),
  notNames: phrases(`
    Il | Lo | La | I | Gli | Le | Un | Uno | Una | Questo | Questa | Quello | Nuovo | Solito | Sicuro
    Fatto | Recente | Notte | Giorno | Corsa | Certo | Fronte | Seguito | Tutto | Tutti | Ogni | Chi | Che
    Cosa | Male | Bene | Più | Meno | Sera | Mattina
  `),
};
