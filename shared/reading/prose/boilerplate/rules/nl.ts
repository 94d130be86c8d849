import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const nl: BoilerplateSet = {
  related: phrases(`
    Lees ook | Lees meer | Lees verder | Lees hier meer | Lees hier verder | Lees dit ook | Bekijk ook | Kijk ook | Zie ook
    Luister ook | Meer lezen | Meer nieuws | Meer over dit onderwerp | Meer hierover | Gerelateerd | Gerelateerde artikelen
    Gerelateerd nieuws | Gerelateerde berichten | Verwante artikelen | Meest gelezen | Best gelezen | Laatste nieuws
    Het laatste nieuws | Net binnen | Aanbevolen artikelen | Ook interessant | Interessant voor jou
    Misschien ook interessant | Dit vind je misschien ook interessant | Andere artikelen | Andere berichten
    Vorig artikel | Volgend artikel | Uit dezelfde rubriek
  `),
  buttons: phrases(`
    Delen | Deel | Deel op Facebook | Deel op Twitter | Deel via WhatsApp | Delen via WhatsApp | Facebook | Twitter | X
    WhatsApp | Telegram | LinkedIn | Instagram | YouTube | E-mail | E-mailen | Mail | Printen | Print | Afdrukken
    Bewaren | Opslaan | Reageren | Reageer | Reacties | Link kopiëren | Kopieer link | Volgen | Luisteren | Home
    Contact | Adverteren | Privacy | Privacybeleid | Cookies | Cookiebeleid | Over ons | Colofon | Abonneren
    Algemene voorwaarden | Gebruiksvoorwaarden
  `),
  lone: phrases(`
    Delen | Deel | Deel dit artikel | Deel dit bericht | Deel dit | Artikel delen | Reacties | Reageren | Reageer
    Plaats een reactie | Laat een reactie achter | Bekijk reacties | Toon reacties | Printen | Afdrukken | Bewaren
    Opslaan | Beluister dit artikel | Luister naar dit artikel | Terug naar boven | Naar boven | Kopieer link
    Link kopiëren | Abonneren | Abonneer | Volg ons | Neem contact op | Contact | Colofon | Meld een fout | Privacybeleid
  `),
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:vrijwaring|vrijwaringsclausule|juridische kennisgeving)\s*[:.–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^(?:©|\(c\)\s|copyright\b|alle rechten voorbehouden|auteursrecht(?:en)? voorbehouden|niets uit deze (?:uitgave|website|publicatie)|overname (?:zonder|van (?:dit|deze|artikelen|teksten))|het is (?:niet toegestaan|verboden)[^.]{0,60}(?:over te nemen|te kopiëren|te verveelvoudigen|te publiceren))/iu,
      300,
    ),
    pattern(
      'advertisement',
      /^\W{0,4}(?:advertentie|reclame|gesponsord|gesponsorde inhoud|artikel gaat (?:verder|door) (?:onder|na) (?:de )?(?:advertentie|foto|video)|tekst (?:gaat verder|loopt door) onder (?:de )?(?:advertentie|foto|afbeelding|video))\W{0,4}$/iu,
      80,
    ),
    pattern(
      'continue',
      /^\W{0,3}(?:lees verder|verder lezen|lees het (?:hele|volledige) (?:artikel|verhaal)(?: hier)?)\W{0,3}$/iu,
      60,
    ),
  ],
  top: [
    pattern(
      'release',
      /^(?:persbericht|nieuwsbericht|voor (?:onmiddellijke|directe) (?:publicatie|verspreiding))\W{0,3}$/iu,
      50,
    ),
  ],
  end: [
    pattern('tags', /^(?:tags?|trefwoorden|onderwerpen|labels|thema['’]?s|categorie(?:ën)?)\s*[:：]/iu, 200),
    pattern(
      'follow',
      /^(?:volg (?:ons|[^.]{1,30} (?:op|via) )|abonneer|schrijf je (?:nu |hier )?in|meld je (?:nu |hier )?aan|ontvang (?:het |de |elke|dagelijks|onze|ons|gratis)|download (?:de|onze|nu)|blijf op de hoogte|like ons|klik hier|word (?:nu )?(?:lid|abonnee))[^.]{0,160}[.!]?$/iu,
      200,
    ),
    pattern('share', /^deel (?:dit|deze|het|op|via) [^.]{0,60}[.!]?$/iu, 90),
    pattern(
      'contact',
      /^(?:(?:pers)?contact(?:gegevens|persoon|informatie)?|(?:voor )?meer informatie|redactie|tips?|perswoordvoerder|woordvoering)\s*[:：|].{0,200}$/iu,
      240,
    ),
    pattern(
      'contact',
      /^(?:heb je een (?:tip|vraag|opmerking|fout)|heeft u een (?:tip|vraag|opmerking)|fout(?:je)? (?:gezien|gevonden|ontdekt)|(?:mail|app|tip) (?:de redactie|ons)|neem contact op|klopt er iets niet)/iu,
      160,
    ),
    pattern('comments', /^(?:\d+ reacties?|reacties? ?\(\d+\))$/iu, 40),
    pattern(
      'disclaimer',
      /^(?:de (?:mening|meningen|opinies) (?:in|van|die)[^.]{0,60}(?:auteur|redactie|weer)|dit (?:artikel|stuk|opiniestuk) (?:geeft|weerspiegelt|vertegenwoordigt))/iu,
      400,
    ),
    pattern(
      'source note',
      /^dit (?:artikel|bericht|verhaal|stuk) (?:is )?(?:eerder |oorspronkelijk |eerst )?(?:verscheen|verschenen|gepubliceerd|geplaatst) (?:eerder |oorspronkelijk |eerst )?(?:op|in|door|bij)\b/iu,
      240,
    ),
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
  ],
};
