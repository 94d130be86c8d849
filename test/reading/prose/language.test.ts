import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../shared/reading/prose/language.ts';

test.each([
  ['zh-Hant', '市政府昨天說明，新的圖書館將於年底開放，歡迎學生與長者使用。'],
  ['zh-Hans', '市政府昨天说明，新的图书馆将于年底开放，欢迎学生与长者使用。'],
  ['ja', '市は昨日、新しい図書館を年内に開館すると発表した。'],
  ['ko', '시는 어제 새 도서관을 연말에 개관한다고 발표했다.'],
  ['en', 'The city said yesterday that the new library will open by the end of the year.'],
  ['es', 'La ciudad anunció ayer que la nueva biblioteca abrirá sus puertas a finales de año.'],
  ['de', 'Die Stadt teilte gestern mit, dass die neue Bibliothek bis Ende des Jahres eröffnet wird.'],
  ['fr', 'La ville a annoncé hier que la nouvelle bibliothèque ouvrira ses portes à la fin de l’année.'],
  ['it', 'Il comune ha annunciato ieri che la nuova biblioteca aprirà le porte entro la fine dell’anno.'],
  ['pt', 'A prefeitura informou ontem que a nova biblioteca abrirá as suas portas até o fim do ano.'],
  [
    'nl',
    'De gemeente maakte gisteren bekend dat de nieuwe bibliotheek voor het einde van het jaar opengaat.',
  ],
  ['pl', 'Miasto poinformowało wczoraj, że nowa biblioteka zostanie otwarta do końca roku.'],
  ['ru', 'Город сообщил вчера, что новая библиотека откроется до конца года.'],
  ['ar', 'أعلنت المدينة أمس أن المكتبة الجديدة ستفتح أبوابها قبل نهاية العام.'],
  ['hu', 'A város tegnap közölte, hogy az új könyvtár még az év vége előtt megnyitja kapuit.'],
])('%s is detected', (language, text) =>
  expect(detectLanguage(text, 'und')).toEqual({ language, sure: true }),
);

describe('if a text does not show its language, the answer is the fallback or a guess, and `sure` is false', () => {
  test.each([
    ['北京大学', 'zh-Hant', 'zh-Hant'],
    ['北京大学', 'ja', 'ja'],
    ['山水', 'en', 'zh'],
    ['', 'fr', 'fr'],
    ['2023 – 10:20', 'de', 'de'],
    ['OK', 'es', 'es'],
  ])('%s with fallback %s: %s', (text, fallback, language) => {
    expect(detectLanguage(text, fallback)).toEqual({ language, sure: false });
  });
});

test('the region in the sender’s language tag is kept if the detected language is the same', () => {
  expect(
    detectLanguage('The city said yesterday that the new library will open soon.', 'en-GB').language,
  ).toBe('en-GB');
});

const RELATED = [
  [
    'ca',
    'L’ajuntament va anunciar ahir que la nova biblioteca de la ciutat obrirà les portes a final d’any i que les obres del pont, que van costar més del que es preveia, s’acabaran una mica abans.',
  ],
  [
    'pt',
    'A prefeitura informou ontem que a nova biblioteca da cidade abrirá as portas até o fim do ano e que as obras da ponte, que custaram mais do que se previa, vão terminar um pouco antes por causa do tempo.',
  ],
  [
    'it',
    'Il comune ha annunciato ieri che la nuova biblioteca della città aprirà le porte entro la fine dell’anno e che i lavori del ponte, costati più del previsto, finiranno un po’ prima, per la gioia di una città.',
  ],
  [
    'nl',
    'De gemeente maakte gisteren bekend dat de nieuwe bibliotheek van de stad voor het einde van het jaar opengaat en dat het werk aan de brug, dat meer kost dan was voorzien, eerder klaar is.',
  ],
  [
    'da',
    'Kommunen oplyste i går, at byens nye bibliotek åbner inden årets udgang, og at arbejdet på broen, som har kostet mere end ventet, bliver færdigt lidt før tiden, fordi det har været tørt og mildt.',
  ],
] as const;
test.each(
  RELATED.flatMap(([language, text]) =>
    ['en', 'de', 'fr', 'es'].map((sent) => [language, sent, text] as const),
  ),
)('%s is detected although the sender states %s', (language, sent, text) =>
  expect(detectLanguage(text, sent).language).toBe(language),
);

test.each([
  [
    'gl',
    'O concello anunciou onte que a nova ponte non abrirá ata o fin do ano, e que haberá unha segunda obra.',
  ],
  [
    'af',
    "Die brug oor die rivier is gister oopgemaak, en dit het vir die stad 'n groot dag geword, het hulle gesê.",
  ],
  ['uk', 'Міська рада повідомила вчора, що новий міст відкриють до кінця року, як і обіцяли.'],
  ['bg', 'Общината съобщи вчера, че новият мост ще бъде открит до края на годината, както беше обещано.'],
  ['fa', 'شهرداری دیروز اعلام کرد که پل تازه تا پایان سال باز می‌شود و مردم از آن خوشحال شدند.'],
  ['ur', 'شہر نے کل بتایا کہ نیا پل سال کے آخر تک کھل جائے گا اور لوگ اس سے خوش ہیں۔'],
  [
    'no',
    'Kommunen opplyste i går at den nye broen ikke blir åpnet etter planen, og at arbeidet går fra dag til dag.',
  ],
  ['sv', 'Kommunen meddelade i går att den nya bron är klar före årets slut och att arbetet inte har dröjt.'],
  ['de', 'Die Fähre fuhr am Donnerstag wieder aus, teilte der Hafen mit.'],
])('%s is not taken for a related language', (language, text) => {
  expect(detectLanguage(text, 'und').language).toBe(language);
});

test.each([
  'Jane Roe, John Doe, Jan van der Meer, Maria de la Cruz, Erika Mustermann, Juan Pérez',
  'JANE ROE, JOHN DOE, JAN VAN DER MEER, MARIA DE LA CRUZ, ERIKA MUSTERMANN',
  'Иван Петренко, Анна Примерова, Сергей Образцов, Мария Тестова, Пётр Кузнецов',
  'Bahnhofstraße 3, 80331 München, Rathausplatz 1, 50667 Köln, Hafenweg 12, 20457 Hamburg',
  'محمد علي، أحمد سالم، سارة أحمد، فاطمة حسن، خالد سعيد، يوسف إبراهيم',
])('a list of names tells no language: %s', (text) => {
  expect(detectLanguage(text, 'ar')).toEqual({ language: 'ar', sure: false });
});

test('in a text of two languages, the language of the longer part is detected', () => {
  const chinese = '市政府昨天说明，新的图书馆将于年底开放，欢迎学生与长者使用。';
  expect(detectLanguage(`${chinese} The new library opens.`, 'en').language).toBe('zh-Hans');
  expect(
    detectLanguage(`The sign reads 圖書館 and the city said it will stay where it is for now.`, 'zh')
      .language,
  ).toBe('en');
});
test('a Chinese text in traditional script is detected as traditional, even if a few characters are simplified', () => {
  expect(
    detectLanguage('區黨委書記強調，要進一步解放思想，開足馬力，實現雙過半，干部要着力发展。', 'en').language,
  ).toBe('zh-Hant');
});
test('a の in a brand name does not make a Chinese text Japanese', () => {
  expect(
    detectLanguage('这家名为优の良品的商店昨天在市中心开业，吸引了许多年轻顾客排队购买。', 'en').language,
  ).toBe('zh-Hans');
});

const OPENCC = new URL('../../../../shared/corpus/opencc/', import.meta.url);
describe.runIf(existsSync(OPENCC))('the script of a long text is detected', () => {
  test.each([
    ['us_constitution.zhs.txt', 'zh-Hans'],
    ['us_constitution.s2t.txt', 'zh-Hant'],
    ['us_constitution.s2hk.txt', 'zh-Hant'],
    ['us_constitution.s2tw.txt', 'zh-Hant'],
  ])('%s', (file, language) => {
    const text = readFileSync(new URL(file, OPENCC), 'utf8');
    expect(detectLanguage(text, 'en')).toEqual({ language, sure: true });
    // Also test each paragraph, because short texts are more easily assigned to the wrong script.
    const long = text.split('\n').filter((line) => line.length >= 60);
    const wrong = long.filter((line) => detectLanguage(line, 'und').language !== language);
    expect(wrong).toEqual([]);
  });
});
