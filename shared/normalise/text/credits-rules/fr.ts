import type { LatinCredits } from './rule.ts';

export const fr: LatinCredits = {
  openers: ['Par', 'Propos recueillis par', 'Un article de', 'Écrit par'],
  labels: [
    ...['Texte', 'Textes', 'Texte et photos', 'Photo', 'Photos', 'Photographie', 'Photographies', 'Édition', 'Edition', 'Auteur'],
    ...['Autrice', 'Auteure', 'Auteurs', 'Rédaction', 'Rédacteur', 'Rédactrice', 'Vidéo', 'Image', 'Images', 'Montage'],
    ...['Illustration', 'Illustrations', 'Infographie', 'Infographies', 'Traduction', 'Réalisation', 'Production', 'Reportage'],
    ...['Enquête', 'Relecture', 'Correction', 'Mise en page', 'Caméra', 'Crédit photo', 'Crédits photo', 'Journaliste'],
  ],
  verbs: ['Édité', 'Traduit', 'Reportage', 'Photos', 'Écrit', 'Réalisé', 'Illustrations', 'Propos recueillis', 'Texte'],
  conjunctions: ['et', '&', 'avec'],
  places: ['à', 'en', 'au', 'aux'],
  titles: [
    ...['AFP', 'AP', 'Reuters', 'correspondant', 'correspondante', 'envoyé', 'envoyée', 'journaliste', 'rédaction', 'spécial'],
    ...['spéciale', 'rédacteur', 'rédactrice', 'agence', 'monde', 'figaro', 'libération', 'reporter', 'chef', 'chroniqueur'],
  ],
  desks: ['AFP', 'Reuters', 'La Rédaction', 'la rédaction', 'Rédaction'],
  notNames: [
    ...['Le', 'La', 'Les', 'Un', 'Une', 'Exemple', 'Ailleurs', 'Contre', 'Conséquent', 'Là', 'Ici', 'Avance', 'Hasard', 'Défaut'],
    ...['Rapport', 'Chance', 'Terre', 'Mer', 'Moments', 'Cette', 'Ce', 'Ces', 'Son', 'Sa', 'Leur', 'Toute', 'Tous'],
  ],
};
