import { expect, test } from 'vitest';
import { boilerplateFor } from '../../../../shared/reading/prose/boilerplate/matchers.ts';

/** A story may begin with the words of a notice that it tells of. A notice says nothing else. */
const kindOf = (language: string, text: string): string | undefined =>
  boilerplateFor(language, []).anywhere(text);

test.each([
  ['en', 'All rights reserved, says the plate on the mill, and nobody can say to what.'],
  ['en', 'All rights reserved – the words stand on every page of the diary that he never printed.'],
  ['fr', 'Tous droits réservés, annonce la plaque du moulin, et personne ne sait pourquoi.'],
  ['es', 'Todos los derechos reservados, dice la placa del molino, y nadie sabe a qué.'],
  ['de', 'Alle Rechte vorbehalten, steht auf der Tafel an der Mühle, und keiner weiß, woran.'],
  ['nl', 'Alle rechten voorbehouden, staat op het bord bij de molen, en niemand weet waarop.'],
  ['it', 'Riproduzione riservata, recita la targa del mulino, ma nessuno la legge.'],
  ['ru', 'Все права защищены, гласит табличка на мельнице, и никто не знает, какие.'],
  ['ar', 'جميع الحقوق محفوظة، كما تقول اللافتة عند الطاحونة، ولا أحد يعرف ماذا تعني.'],
  ['ko', '무단 전재 및 재배포 금지 문구를 두고 두 출판사가 법정에서 다투고 있다.'],
  ['zh-Hans', '版权所有，翻印必究——磨坊的牌子上这样写着，没人知道指什么。'],
  ['ja', '無断転載を禁じますと書かれた看板が水車小屋に立っている。'],
])('in %s, a sentence that tells of a notice is no notice: %s', (language, text) => {
  expect(kindOf(language, text)).toBeUndefined();
});

test.each([
  ['en', 'All rights reserved by The Mill Gazette'],
  ['en', 'All rights reserved. This material may not be published, broadcast or rewritten.'],
  ['fr', 'Tous droits réservés pour tous pays.'],
  ['es', 'Prohibida su reproducción total o parcial.'],
  ['de', 'Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung.'],
  ['nl', 'Alle rechten voorbehouden. Niets uit deze uitgave mag worden gekopieerd.'],
  ['it', 'Riproduzione riservata'],
  ['ru', 'Все права защищены. При использовании материалов гиперссылка обязательна.'],
  ['ar', 'جميع الحقوق محفوظة © صحيفة الطاحونة 2026'],
  ['ko', '저작권자 © 물레방아신문. 무단전재를 금합니다.'],
  ['zh-Hans', '版权所有，未经书面授权，不得转载或建立镜像，违者必究。'],
  ['ja', '当サイトの記事・写真の無断転載を禁じます。'],
])('in %s, a notice is cut: %s', (language, text) => {
  expect(kindOf(language, text)).toBe('copyright');
});
