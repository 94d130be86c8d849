import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const fr: BoilerplateSet = {
  related: [
    ...[
      'À lire aussi',
      'A lire aussi',
      'À lire également',
      'A lire également',
      'Lire aussi',
      'Lire également',
      'Voir aussi',
      'À voir aussi',
    ],
    ...[
      'Sur le même sujet',
      'Sur le même thème',
      'Articles similaires',
      'Articles liés',
      'Les plus lus',
      'À découvrir',
      'Pour aller plus loin',
    ],
    ...[
      'Dans la même rubrique',
      'Nos articles sur le sujet',
      'Plus d’articles',
      "Plus d'articles",
      'Lire la suite',
      'Notre sélection',
    ],
  ],
  buttons: [
    ...[
      'Partager',
      'Partager sur Facebook',
      'Partager sur Twitter',
      'Facebook',
      'Twitter',
      'X',
      'WhatsApp',
      'Telegram',
      'LinkedIn',
      'E-mail',
    ],
    ...[
      'Email',
      'Envoyer',
      'Imprimer',
      'Enregistrer',
      'Commenter',
      'Commentaires',
      'Copier le lien',
      'Tweeter',
      'Suivre',
      'Écouter',
      'Messenger',
    ],
  ],
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:avertissement|clause de non-responsabilité|mentions légales)\s*[:–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^(?:©|\(c\)\s|copyright\b|tous droits (?:réservés|de reproduction)|reproduction interdite)/iu,
      300,
    ),
    pattern('advertisement', /^\W{0,4}(?:publicité|annonce|contenu sponsorisé)\W{0,4}$/iu, 60),
    pattern(
      'continue',
      /^\W{0,3}(?:lire la suite|lire l['’]article(?: complet)?|poursuivre la lecture|la suite après (?:la|cette) publicité)\W{0,3}$/iu,
      80,
    ),
  ],
  end: [
    pattern('related', /^[?▶►▷➤→👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
    pattern(
      'follow',
      /^(?:suivez[- ]nous|abonnez[- ]vous|inscrivez[- ]vous|téléchargez (?:l['’]|notre )appli|recevez (?:chaque|notre|nos |gratuitement|toute|l['’]essentiel|par (?:mail|e-?mail)))/iu,
      200,
    ),
    pattern(
      'contact',
      /^(?:contact(?:ez)?(?:[- ]nous)?\s*[:：]|une erreur dans l['’]article|signaler une erreur|vous avez une information)/iu,
      200,
    ),
  ],
};
