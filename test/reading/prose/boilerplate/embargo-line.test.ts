import { expect, test } from 'vitest';
import { embargoLine } from '../../../../shared/reading/prose/boilerplate/embargo-line.ts';

test.each([
  ['EMBARGOED UNTIL 00:01 GMT, MONDAY 13 APRIL 2026', 'en', '2026-04-13T00:01:00.000Z'],
  ['*** STRICTLY EMBARGOED UNTIL 13 April 2026, 00:01 (BST) ***', 'en', '2026-04-12T23:01:00.000Z'],
  ['Embargoed for release until April 13, 2026 at 6:00 a.m. EDT', 'en', '2026-04-13T10:00:00.000Z'],
  ['Media release – Embargoed until 00.01hrs GMT on Monday 13 April 2026', 'en', '2026-04-13T00:01:00.000Z'],
  ['UNDER EMBARGO UNTIL 2026-04-13T09:30:00+02:00', 'en', '2026-04-13T07:30:00.000Z'],
  ['NOT FOR PUBLICATION OR BROADCAST BEFORE 09:30 GMT 13 April 2026', 'en', '2026-04-13T09:30:00.000Z'],
  ['Embargo: 13 April 2026 09:30 UTC', 'en', '2026-04-13T09:30:00.000Z'],
  ['Sperrfrist: 13. April 2026, 09:30 Uhr MESZ', 'de', '2026-04-13T07:30:00.000Z'],
  ['SOUS EMBARGO JUSQU’AU 13 avril 2026 à 9h30 CEST', 'fr', '2026-04-13T07:30:00.000Z'],
  ['Embargado hasta el 13 de abril de 2026, 09:30 CEST', 'es', '2026-04-13T07:30:00.000Z'],
])('the line states when the embargo ends: %s', (line, language, until) => {
  expect(embargoLine(line, language)).toEqual({ until });
});

test.each([
  ['EMBARGOED UNTIL 00:01, MONDAY 13 APRIL 2026', 'en'],
  ['Embargoed until further notice', 'en'],
  ['EMBARGOED', 'en'],
  ['HOLD FOR RELEASE', 'en'],
  ['Sperrfrist: Beginn der Rede', 'de'],
  ['Sperrfrist: 13.04.2026, 09:30 Uhr', 'de'],
  ['情報解禁日時：2026年4月13日 9:30', 'ja'],
])('the line states an embargo without a usable date or without a time zone: %s', (line, language) => {
  expect(embargoLine(line, language)).toEqual({});
});

test.each([
  ['Embargo until 2030 on whale meat is agreed', 'en'],
  ['Embargo: Union will den Ölhandel bis 2027 beenden', 'de'],
  ['The embargo until 13 April 2026 09:30 UTC was kept by all', 'en'],
  ['FOR IMMEDIATE RELEASE', 'en'],
  ['El embargo hasta el lunes', 'es'],
  ['Embargado el yate del ministro', 'es'],
  ['Under embargo, the island turns to the sun', 'en'],
  ['Embargoed oil still flows', 'en'],
  ['Sous embargo, le pays vend son pétrole', 'fr'],
  ['Sperrfrist für Prognosen gekippt', 'de'],
  ['解禁日は六月一日、川に人が集まる', 'ja'],
  [`Embargoed goods were found in ${'the harbour of the city '.repeat(8)}`, 'en'],
])('the line puts no embargo on the article: %s', (line, language) => {
  expect(embargoLine(line, language)).toBeUndefined();
});
