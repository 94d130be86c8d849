import { expect, test } from 'vitest';
import { markInField, type Field } from '../../../../shared/reading/prose/embargo/field-mark.ts';
import { statementIn } from '../../../../shared/reading/prose/embargo/statement.ts';

test.each([
  'До субботы никому не показывать, материал закрыт',
  'Текст не готов, в печать не давать',
  'Отбой, текст не ставим',
  'Просим воздержаться от публикации до субботы',
  'Ставить в ленту после 06:00 мск',
  'Заметка в работе, не выпускать',
  'До суботи не оприлюднювати',
  'Cumaya kadar yayına vermeyin',
  'Basın toplantısından önce servis edilmemesi rica olunur',
  'Haber hazır değil, bekleyin',
  'Ambargo cuma günü 06.00’da kalkacaktır',
  'Моля, задръжте до петък сутринта',
  'Текстът не е готов, не пускайте',
  'Новината се оттегля, моля не я използвайте',
  'Информацията е под ембарго до края на заседанието',
  '13日までは記事化しないようお願いします',
  '仮原稿。まだ載せないで',
  'オフレコ。記事にしないこと',
  'Do soboty nie puszczać',
  '데스크 승인 전 출고 금지',
])('one editor asks another to wait: %s', (line) => {
  expect(statementIn(line)).toBeDefined();
});

test.each([
  'Полиция просит воздержаться от поездок до субботы',
  'Завод не будет выпускать машины до весны',
  'Отбой тревоги объявили в пять утра',
  'Belediye otobüsleri cuma gününe kadar ücretsiz',
  'Yeni dizi cuma günü yayına giriyor',
  'Мостът не е готов, казва кметът',
  'Автобусите не се движат до понеделник',
  '駅前に新しい店、13日に開店',
  'アユ釣り解禁、初日に百人',
  '예약은 금요일부터 가능',
])('a story has similar words: %s', (line) => {
  expect(statementIn(line)).toBeUndefined();
});

test.each<[Field, string]>([
  ['slug', 'HOLD-MILL'],
  ['slug', 'mill (hold)'],
  ['slug', 'mill-embargoed-friday'],
  ['slug', 'moulin-embargo-vendredi'],
  ['slug', 'SPERRFRIST Mühle'],
  ['slug', 'MILL/DRAFT'],
  ['keyword', 'draft'],
  ['keyword', 'On hold'],
  ['keyword', 'Sous embargo'],
  ['keyword', 'Entwurf'],
  ['title', 'DRAFT: Council buys the mill'],
  ['title', '[Hold] Council buys the mill'],
])('a %s with a mark: %s', (field, text) => {
  expect(markInField(text, field)).toBeDefined();
});

test.each<[Field, string, string[]?]>([
  ['slug', 'HOLDINGS-RESULTS'],
  ['slug', 'HOLD-EM-POKER'],
  ['slug', 'BREXIT-ON-HOLD'],
  ['slug', 'Kill-Bill-reunion'],
  ['slug', 'NFL-DRAFT'],
  ['slug', 'CUBA-EMBARGO-ANNIVERSARY'],
  ['slug', 'CUBA-UNDER-EMBARGO'],
  ['keyword', 'Embargo'],
  ['keyword', 'Draft beer'],
  ['keyword', 'Draft', ['Draft', 'Basketball']],
  ['title', 'Hold the front page'],
  ['title', 'Draft: who picks first?'],
  ['title', 'Cuba under embargo: sixty years'],
  ['title', 'HOLD: THE STORY OF A WORD'],
])('a %s without one: %s', (field, text, beside) => {
  expect(markInField(text, field, beside)).toBeUndefined();
});
