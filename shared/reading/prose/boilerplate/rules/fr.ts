import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const fr: BoilerplateSet = {
  related: phrases(`
    À lire aussi | A lire aussi | À lire également | A lire également | Lire aussi | Lire également
    Voir aussi | À voir aussi | Sur le même sujet | Sur le même thème | Articles associés
    Articles recommandés | Nos autres articles | À lire | A lire | À ne pas manquer | Les plus lus
    Voir également | Les articles les plus lus | Nos derniers articles | Vous aimerez aussi
    Cela peut vous intéresser | Articles similaires | Articles liés | Les plus lus | À découvrir
    Pour aller plus loin | Dans la même rubrique | Nos articles sur le sujet | Plus d’articles
    Plus d'articles | Lire la suite | Notre sélection
  `),
  buttons: phrases(`
    Mentions légales | Confidentialité | Politique de confidentialité | Cookies | CGU | CGV | Contact
    Accueil | Qui sommes-nous | Publicité | Instagram | YouTube | Partager | Partager sur Facebook
    Partager sur Twitter | Facebook | Twitter | X | WhatsApp | Telegram | LinkedIn | E-mail | Email
    Envoyer | Imprimer | Enregistrer | Commenter | Commentaires | Copier le lien | Tweeter | Suivre
    Écouter | Messenger
  `),
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
  lone: phrases(`
    Partager | Commentaires | Imprimer | Enregistrer | Écouter | Écouter l'article | Écouter l’article
    Voir les commentaires | Mentions légales | Contactez-nous | Réagir | Abonnez-vous | Commenter
    Lire les commentaires | Laisser un commentaire | Retour en haut | Copier le lien | S'abonner | S’abonner
    Partager cet article | Partager l'article | Partager l’article
  `),
  top: [
    pattern(
      'release',
      /^(?:communiqué(?: de presse)?|pour (?:diffusion|publication) immédiate)\W{0,3}$/iu,
      40,
    ),
  ],
  end: [
    pattern('tags', /^(?:mots[- ]cl[ée]s?|étiquettes?|thèmes?|tags?)\s*[:：]/iu, 200),
    pattern(
      'follow',
      /^(?:newsletters?\s*:|(?:inscrivez-vous|abonnez-vous) à [^.]{0,60}(?:newsletter|infolettre|lettre d[’'](?:info|actu))|(?:suivez |retrouvez |rejoignez[- ](?:nous|notre))[^.]{0,80}(?:facebook|\bx\b|twitter|instagram|whatsapp|telegram|tiktok|youtube|linkedin|google)|(?:pour ne rien (?:manquer|rater)|ne (?:manquez|ratez) )[^.]{0,120}(?:newsletter|appli|abonn)|soutenez (?:un|le|notre) journalisme)/iu,
      200,
    ),
    pattern('share', /^cet article vous a (?:plu|intéressé)/iu, 120),
    pattern('comments', /^(?:\d+ commentaires?|commentaires? ?\(\d+\))$/iu, 40),
    pattern('share', /^partage[rz] (?:cet? |l['’])?(?:article|contenu|page|sur )/iu, 80),
    pattern(
      'copyright',
      /^toute (?:reproduction|rediffusion|utilisation (?:du|de ce|de cet|de ces|des) (?:contenus?|articles?|textes?|photos?))[^.]{0,60}(?:interdite|autorisation)/iu,
      300,
    ),
    pattern(
      'disclaimer',
      /^les (?:opinions|propos|points de vue)[^.]{0,60}(?:n['’]engagent|ne reflètent pas|n['’]engageant)/iu,
      400,
    ),
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
