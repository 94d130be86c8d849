import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const nl: LatinCredits = {
  openers: phrases(`
    Door | Geschreven door | Van onze verslaggever | Van onze verslaggeefster | Van onze verslaggevers
    Van onze correspondent | Van onze redacteur | Van onze medewerker | Van onze medewerkster
    Een reportage van | Reportage van | Een artikel van | Een analyse van | Tekst van | Gepubliceerd door
    Geplaatst door | Een bijdrage van
  `),
  phrases: ['Met medewerking van', 'Interview van', 'Opgetekend door', 'Vertaling van'],
  closings: [
    '(?:werkte|werkten) mee aan dit (?:artikel|verhaal|bericht)',
    '(?:heeft|hebben) aan dit (?:artikel|verhaal|bericht) meegewerkt',
  ],
  labels: phrases(`
    Tekst | Teksten | Tekst en foto | Tekst en foto's | Tekst en foto’s | Tekst en beeld | Foto en tekst
    Foto's en tekst | Foto’s en tekst | Foto | Foto's | Foto’s | Beeld | Fotografie | Fotograaf | Auteur
    Auteurs | Redactie | Eindredactie | Beeldredactie | Redacteur | Verslaggever | Verslaggeefster
    Verslaggevers | Video | Camera | Montage | Illustratie | Illustraties | Vertaling | Vormgeving
    Infographic | Infographics | Graphics | Productie | Interview | Research | Regie | Bron foto
    Met medewerking van | Fotoverantwoording | Fotocredit | Samenstelling | Presentatie | Geluid
  `),
  verbs: phrases(`
    Tekst | Foto's | Foto’s | Foto | Vertaald | Bewerkt | Samengesteld | Illustratie | Illustraties
    Tekst en foto's | Tekst en foto’s | Tekst en beeld | Beeld | Geredigeerd
  `),
  sources: ['Bron', 'Bronnen'],
  positions: phrases(`
    verslaggever | verslaggeefster | correspondent | correspondente | redacteur | journalist | journaliste
    columnist | eindredacteur | ANP | Belga | AFP
  `),
  placeSigns: ['/', '|'],
  conjunctions: ['en', 'met', '&'],
  places: ['in', 'uit', 'te'],
  titles: phrases(`
    verslaggever | verslaggeefster | correspondent | correspondente | redacteur | redactie | journalist
    journaliste | columnist | ANP | Belga | AFP | AP | Reuters | krant | dagblad | persbureau | nieuws
    medewerker | medewerkster
  `),
  desks: phrases(`
    Redactie | De redactie | de redactie | Onze redactie | onze redactie | Webredactie | Van onze redactie
    Van een onzer verslaggevers | Van onze verslaggever | Van onze verslaggevers | ANP | Belga | Reuters | AFP
  `),
  notNames: phrases(`
    De | Het | Een | Die | Dat | Dit | Deze | Haar | Zijn | Ons | Onze | Weer | Heel | Alle | Wie | Wat | Hier
    Daar | Gebrek | Toedoen | Middel | Nu | Toen | Beide | Veel | Meer | Maandag | Dinsdag | Woensdag
    Donderdag | Vrijdag | Zaterdag | Zondag
  `),
};
