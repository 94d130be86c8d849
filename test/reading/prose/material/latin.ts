import { as, type Material } from './material.ts';

interface LatinMaterial extends Omit<Material, 'credits'> {
  /** The words for "by" and "and" in the language. */
  by: string;
  and: string;
  /** The labels of the text, the photos and the editing. */
  labels: readonly [string, string, string];
}

export const latin = ({ by, and, labels, ...material }: LatinMaterial): Material => ({
  ...material,
  credits: [
    ([a]) => ({ line: `${by} ${a}`, bylines: as(undefined, a) }),
    ([a, b]) => ({ line: `${by} ${a} ${and} ${b}`, bylines: as(undefined, a, b) }),
    ([a, b]) => ({
      line: `${labels[0]}: ${a} / ${labels[1]}: ${b}`,
      bylines: [...as(labels[0], a), ...as(labels[1], b)],
    }),
    ([a, b]) => ({
      line: `(${labels[2]}: ${a}; ${labels[1]}: ${b})`,
      bylines: [...as(labels[2], a), ...as(labels[1], b)],
    }),
  ],
});

export const en = latin({
  language: 'en',
  by: 'By',
  and: 'and',
  labels: ['Text', 'Photos', 'Editing'],
  titles: [
    'Harbour town votes to keep its ferry',
    'Library reopens after flood',
    'Editing the past: a museum rewrites its labels',
  ],
  prose: [
    'By the time the last ballots were counted, supporters had gathered on the quay.',
    'Reporting by the committee was late again this year, the auditors found.',
    'Editing the plan would have been easier than dropping it, the mayor told residents.',
    'Photos of the bridge were on display in the town hall until the end of March.',
    'Share prices rose as the ferry company announced a second boat for the summer.',
    'Related work in the harbour has been under way since the spring, engineers said.',
  ],
  names: ['Jane Roe', 'John Doe', 'Alex P. Sample', 'Robin Case-Lane', 'Max Poe', "Una O'Neil"],
  boilerplate: [
    'ADVERTISEMENT',
    'Read also: Bridge repairs to begin in May',
    'Follow us on Facebook',
    '© The Example. All rights reserved.',
  ],
  related: ['Related stories', 'Council sets budget', 'Storm closes the pier'],
});

export const es = latin({
  language: 'es',
  by: 'Por',
  and: 'y',
  labels: ['Texto', 'Fotos', 'Edición'],
  titles: ['El mercado central abre de noche', 'La ciudad planta mil árboles', 'Un puente une dos barrios'],
  prose: [
    'Por eso muchos vecinos llegaron con sus hijos y se quedaron hasta la medianoche.',
    'Por la mañana, los comerciantes contaron las ventas y hablaron de un buen comienzo.',
    'El texto de la ordenanza no lo prohíbe, explicó una comerciante del mercado.',
    'La edición de este año reunió a más de doscientas familias en la plaza mayor.',
    'Las fotos de la inauguración se verán en la biblioteca durante todo el mes.',
  ],
  names: ['Ana Pérez', 'Luis Gil', 'Marta Ruiz de la Torre', 'Íñigo Sáez', 'Carmen López'],
  boilerplate: [
    'Publicidad',
    'Lea también: Los horarios del metro en verano',
    'Síguenos en Facebook',
    'Todos los derechos reservados',
  ],
  related: ['Noticias relacionadas', 'El metro amplía su horario', 'Nueva sala en el museo'],
});

export const de = latin({
  language: 'de',
  by: 'Von',
  and: 'und',
  labels: ['Text', 'Fotos', 'Redaktion'],
  titles: [
    'Neue Brücke über den Fluss wird eröffnet',
    'Die Stadt pflanzt tausend Bäume',
    'Ein Markt kehrt zurück',
  ],
  prose: [
    'Von dort aus sind es nur wenige Minuten bis zum Bahnhof, sagte eine Sprecherin der Stadt.',
    'Die Redaktion hat die neue Strecke am Montag getestet und keine Mängel gefunden.',
    'Der Text der Verordnung wurde geändert, wie die Verwaltung am Dienstag mitteilte.',
    'Fotos aus der Bauzeit sind bis Ende Mai im Rathaus zu sehen.',
    'Werbung für den Umstieg auf die Bahn soll im Herbst folgen, hieß es weiter.',
  ],
  names: ['Anna Müller', 'Jan von der Heide', 'Jürgen Groß', 'Lena Klein-Schmidt', 'Tom Weber'],
  boilerplate: [
    'Anzeige',
    'Lesen Sie auch: So wird der Bahnhof umgebaut',
    'Alle Rechte vorbehalten',
    'Folgen Sie uns auf Facebook',
  ],
  related: ['Mehr zum Thema', 'Bahnhof wird umgebaut', 'Neuer Fahrplan ab Mai'],
});

export const fr = latin({
  language: 'fr',
  by: 'Par',
  and: 'et',
  labels: ['Texte', 'Photos', 'Édition'],
  titles: [
    'La vieille halle retrouve ses marchands',
    'La ville plante mille arbres',
    'Un pont relie deux quartiers',
  ],
  prose: [
    'Par exemple, le fromager installé depuis trente ans a retrouvé sa place sous la halle.',
    'Par ailleurs, la mairie a promis de baisser les loyers pour les jeunes marchands.',
    'Le texte du règlement a changé, a expliqué une commerçante du quartier.',
    'L’édition de cette année a réuni plus de deux cents familles sur la grande place.',
    'Les photos des travaux seront exposées à la bibliothèque jusqu’à la fin du mois.',
  ],
  names: ['Jean Dupont', 'Zoé Petit', 'Anne-Marie Leroy', 'Éric de La Tour', 'Hugo Blanc'],
  boilerplate: [
    'Publicité',
    'À lire aussi : Les travaux du tramway prolongés',
    'Tous droits réservés',
    'Suivez-nous sur Facebook',
  ],
  related: ['Sur le même sujet', 'Le tramway prolongé', 'Une nouvelle salle au musée'],
});
