import type { Fixture } from './fixture.ts';

/**
 * Articles written for this test, in the style of newsrooms in other languages. People, newspapers and events are
 * invented.
 */
export const otherArticles: Fixture[] = [
  {
    name: 'English agency',
    language: 'en',
    text: `Harbour town votes to keep its ferry

By Jane Roe and John Doe

PORT ELSEWHERE (The Example) - Voters in a small harbour town decided on Tuesday to keep
their century-old ferry, turning down a plan for a bridge.

By the time the last ballots were counted, supporters had gathered on the quay.
"Editing the plan would have been easier than dropping it," the mayor said.

Read more: How the ferry survived three storms

(Reporting by Jane Roe in Port Elsewhere and John Doe; Editing by Max Poe)

Our Standards: The Example Trust Principles.`,
    headline: 'Harbour town votes to keep its ferry',
    bylines: ['Jane Roe', 'John Doe', 'Jane Roe/Reporting', 'John Doe/Reporting', 'Max Poe/Editing'],
    kept: [
      'PORT ELSEWHERE (The Example) - Voters in a small harbour town decided on Tuesday to keep their century-old ferry, turning down a plan for a bridge.',
      'By the time the last ballots were counted, supporters had gathered on the quay. "Editing the plan would have been easier than dropping it," the mayor said.',
    ],
    removed: ['By Jane Roe', 'Read more', '(Reporting', 'Our Standards'],
  },
  {
    name: 'English local paper',
    language: 'en',
    text: `Library reopens after flood

By ALEX SAMPLE, Staff Writer

The town library reopened on Saturday, eight months after a flood ruined its lower floor.

ADVERTISEMENT

Volunteers dried more than 4,000 books by hand. The rest were replaced with donations.

Photography: Robin Case

Follow us on Facebook and subscribe to our newsletter

Related stories
Bridge repairs to begin in May
Council sets budget`,
    headline: 'Library reopens after flood',
    bylines: ['ALEX SAMPLE', 'Robin Case/Photography'],
    kept: [
      'The town library reopened on Saturday, eight months after a flood ruined its lower floor.',
      'Volunteers dried more than 4,000 books by hand. The rest were replaced with donations.',
    ],
    removed: ['By ALEX', 'ADVERTISEMENT', 'Photography', 'Follow us', 'Related stories', 'Bridge', 'Council'],
  },
  {
    name: 'Japanese daily',
    language: 'ja',
    text: `駅前の商店街に新しい広場、来春に完成へ

市は十三日、駅前の商店街に新しい広場を整備すると発表した。完成は来春を見込む。（記者　山田太郎）

記者会見で市長は「人が集まる場所にしたい」と話した。編集作業のように、少しずつ形にしていくという。

写真：鈴木花子

関連記事：バス路線の再編、住民説明会始まる

無断転載を禁じます`,
    headline: '駅前の商店街に新しい広場、来春に完成へ',
    bylines: ['山田太郎/記者', '鈴木花子/写真'],
    kept: [
      '市は十三日、駅前の商店街に新しい広場を整備すると発表した。完成は来春を見込む。',
      '記者会見で市長は「人が集まる場所にしたい」と話した。編集作業のように、少しずつ形にしていくという。',
    ],
    removed: ['（記者　山田太郎）', '写真', '関連記事', '無断転載'],
  },
  {
    name: 'Spanish daily',
    language: 'es',
    text: `El mercado central abre de noche por primera vez

Por Ana Pérez y Luis Gil

El mercado central de la ciudad abrió anoche sus puertas por primera vez después de las diez, con música y puestos de comida.

Por eso muchos vecinos llegaron con sus hijos. «El texto de la ordenanza no lo prohíbe», explicó una comerciante.

Lea también: Los horarios del metro en verano

Texto: Ana Pérez / Fotos: Luis Gil / Edición: Marta Ruiz

Todos los derechos reservados`,
    headline: 'El mercado central abre de noche por primera vez',
    bylines: ['Ana Pérez', 'Luis Gil', 'Ana Pérez/Texto', 'Luis Gil/Fotos', 'Marta Ruiz/Edición'],
    kept: [
      'El mercado central de la ciudad abrió anoche sus puertas por primera vez después de las diez, con música y puestos de comida.',
      'Por eso muchos vecinos llegaron con sus hijos. «El texto de la ordenanza no lo prohíbe», explicó una comerciante.',
    ],
    removed: ['Por Ana', 'Lea también', 'Texto', 'Todos los derechos'],
  },
  {
    name: 'German regional paper',
    language: 'de',
    text: `Neue Brücke über den Fluss wird im Mai eröffnet

Von Anna Müller

Die neue Brücke über den Fluss wird im Mai für den Verkehr freigegeben, wie die Stadt am Dienstag mitteilte.

Von dort aus sind es nur wenige Minuten bis zum Bahnhof. Die Redaktion hat die Strecke getestet.

Lesen Sie auch: So wird der Bahnhof umgebaut

Text: Anna Müller; Foto: Jan von der Heide`,
    headline: 'Neue Brücke über den Fluss wird im Mai eröffnet',
    bylines: ['Anna Müller', 'Anna Müller/Text', 'Jan von der Heide/Foto'],
    kept: [
      'Die neue Brücke über den Fluss wird im Mai für den Verkehr freigegeben, wie die Stadt am Dienstag mitteilte.',
      'Von dort aus sind es nur wenige Minuten bis zum Bahnhof. Die Redaktion hat die Strecke getestet.',
    ],
    removed: ['Von Anna', 'Lesen Sie auch', 'Text: Anna'],
  },
  {
    name: 'French daily',
    language: 'fr',
    text: `La vieille halle retrouve ses marchands

Par Jean Dupont, envoyé spécial

Après deux ans de travaux, la vieille halle du centre-ville a rouvert samedi devant plusieurs centaines d’habitants.

Par exemple, le fromager installé depuis trente ans a retrouvé sa place. « Le texte du règlement a changé », dit-il.

À lire aussi : Les travaux du tramway prolongés

Texte : Jean Dupont | Photos : Zoé Petit`,
    headline: 'La vieille halle retrouve ses marchands',
    bylines: ['Jean Dupont', 'Jean Dupont/Texte', 'Zoé Petit/Photos'],
    kept: [
      'Après deux ans de travaux, la vieille halle du centre-ville a rouvert samedi devant plusieurs centaines d’habitants.',
      'Par exemple, le fromager installé depuis trente ans a retrouvé sa place. « Le texte du règlement a changé », dit-il.',
    ],
    removed: ['Par Jean', 'À lire aussi', 'Texte : Jean'],
  },
];
