import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const fr: LatinCredits = {
  openers: phrases(`
    Par | Un article de | Écrit par | Une enquête de | Un reportage de | Rédigé par | Publié par
    Une analyse de | Une tribune de | De notre correspondant | De notre correspondante
    De notre envoyé spécial | De notre envoyée spéciale | Notre correspondant | Notre correspondante
    Notre envoyé spécial | Notre envoyée spéciale
  `),
  phrases: ['Traduction de'],
  closings: ['(?:a|ont) (?:contribué|participé) à (?:cet article|ce reportage|cette enquête)'],
  labels: phrases(`
    Texte | Textes | Texte et photos | Texte et photo | Photos et texte | Photo | Photos | Photographie
    Photographies | Édition | Edition | Auteur | Autrice | Auteure | Auteurs | Rédaction | Rédacteur
    Rédactrice | Vidéo | Image | Images | Montage | Illustration | Illustrations | Infographie
    Infographies | Traduction | Réalisation | Production | Reportage | Enquête | Relecture | Crédit
    Crédits | Crédit image | Photographe | Éditeur | Éditrice | Correction | Mise en page | Caméra
    Crédit photo | Crédits photo | Journaliste
  `),
  bare: ['Reportage', 'Rédaction', 'Version française', 'Avec', 'Avec la contribution de'],
  verbs: phrases(`
    Version française | Édité | Traduit | Traduit de l’anglais | Traduit de l'anglais | Traduction | Relu
    Illustré | Entretien réalisé | Interview réalisée | Enquête réalisée | Reportage | Photos | Écrit
    Réalisé | Illustrations | Propos recueillis | Texte
  `),
  sources: ['Source', 'Sources'],
  positions: phrases(`
    correspondant | correspondante | envoyé spécial | envoyée spéciale | journaliste | rédacteur
    rédactrice | rédacteur en chef | rédactrice en chef | chroniqueur | chroniqueuse | AFP
  `),
  placeSigns: [],
  conjunctions: ['et', '&', 'avec'],
  places: ['à', 'en', 'au', 'aux'],
  titles: phrases(`
    AFP | AP | Reuters | correspondant | correspondante | envoyé | envoyée | journaliste | rédaction
    spécial | spéciale | rédacteur | rédactrice | agence | monde | figaro | libération | reporter | chef
    chroniqueur
  `),
  desks: ['AFP', 'Reuters', 'La Rédaction', 'la rédaction', 'Rédaction'],
  notNames: phrases(`
    Le | La | Les | Un | Une | Exemple | Ailleurs | Contre | Conséquent | Là | Ici | Avance | Hasard
    Défaut | Rapport | Chance | Terre | Mer | Moments | Cette | Ce | Ces | Son | Sa | Leur | Toute | Tous
  `),
};
