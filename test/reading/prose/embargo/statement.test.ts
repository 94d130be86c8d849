import { expect, test } from 'vitest';
import { statementIn } from '../../../../shared/reading/prose/embargo/statement.ts';

test.each([
  ['EMBARGOED UNTIL 00:01, MONDAY 13 APRIL 2026'],
  ['Embargoed until further notice'],
  ['EMBARGOED'],
  ['HOLD FOR RELEASE'],
  ['Sperrfrist: Beginn der Rede'],
  ['Sperrfrist: 13.04.2026, 09:30 Uhr'],
  ['情報解禁日時：2026年4月13日 9:30'],
])('the line is an embargo and nothing else: %s', (line) => {
  expect(statementIn(line)).toMatchObject({ kind: 'embargo', whole: true });
});

test.each([
  ['DRAFT'],
  ['KILL ADVISORY'],
  ['Nur für den internen Gebrauch'],
  ['Brouillon – ne pas publier'],
  ['草稿，請勿發佈'],
])('the line holds the article back: %s', (line) => {
  expect(statementIn(line)).toMatchObject({ kind: 'hold', whole: true });
});

test.each([
  ['EMBARGOED UNTIL FRIDAY: The bridge reopens'],
  ['[DRAFT] The bridge reopens'],
  ['The bridge reopens (not for publication)'],
  ['【草稿】大橋重開'],
  ['Do not publish before the mayor has opened the bridge'],
  ['This article is embargoed until the mayor has opened the bridge.'],
])('the line has a notice beside other text: %s', (line) => {
  expect(statementIn(line)).toMatchObject({ whole: false });
});

test.each([
  ['Embargo until 2030 on whale meat is agreed'],
  ['Embargo: Union will den Ölhandel bis 2027 beenden'],
  ['FOR IMMEDIATE RELEASE'],
  ['El embargo hasta el lunes: qué cambia'],
  ['Embargado el yate del ministro'],
  ['Under embargo, the island turns to the sun and keeps warm'],
  ['Embargoed oil still flows'],
  ['Sperrfrist für Prognosen gekippt'],
  ['解禁日は六月一日、川に人が集まる'],
  ['“Not for publication” was written on the letter'],
  ['© The Example Press. This material may not be published or broadcast.'],
  [`Embargoed goods were found in ${'the harbour of the city '.repeat(12)}`],
])('the line only tells about one: %s', (line) => {
  expect(statementIn(line)).toBeUndefined();
});

test('a note to editors needs less: one sign that belongs to no other word', () => {
  const note = 'Council has asked for embargo, details to follow';
  expect(statementIn(note)).toBeUndefined();
  expect(statementIn(note, 'note')).toMatchObject({ kind: 'embargo' });
  expect(statementIn('Adds quotes on arms embargo talks', 'note')).toBeUndefined();
});

test('only the beginning and the end of a long text are searched', () => {
  const prose = 'The bridge was closed for repairs in the autumn and the residents were glad of it. '.repeat(
    4,
  );
  expect(statementIn(`EMBARGOED UNTIL FRIDAY. ${prose}`)).toBeDefined();
  expect(statementIn(`${prose} NOT FOR PUBLICATION`)).toBeDefined();
  expect(statementIn(`${prose} EMBARGOED UNTIL FRIDAY. ${prose}`)).toBeUndefined();
});
