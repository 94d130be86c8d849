import { describe, expect, test } from 'vitest';
import { boilerplateIn } from '../../../../shared/reading/prose/boilerplate/boilerplate.ts';
import { boilerplateFor } from '../../../../shared/reading/prose/boilerplate/matchers.ts';

const kinds = (texts: string[], language: string): (string | undefined)[] => {
  const matchers = boilerplateFor(language, []);
  return boilerplateIn({
    texts,
    isCredits: texts.map(() => false),
    anywhere: texts.map((text) => matchers.anywhere(text)),
    matchers,
    isTitled: false,
  });
};

describe('boilerplate is cut anywhere in an article', () => {
  test.each([
    ['zh', '免責聲明：本文僅代表作者觀點。', 'disclaimer'],
    ['zh', '本文仅代表作者个人观点，不代表本站立场。', 'disclaimer'],
    ['zh', '版权声明：未经许可不得转载。', 'disclaimer'],
    ['zh', '未經授權，請勿轉載，違者必究，請聯繫本站。', 'copyright'],
    ['zh', '如有侵权，请联系删除。', 'copyright'],
    ['zh', '- 廣告 -', 'advertisement'],
    ['zh', '請繼續往下閱讀...', 'continue'],
    ['zh', '點擊進入專題：春運', 'related'],
    ['zh', '【延伸閱讀】颱風假怎麼放', 'related'],
    ['zh', '相关新闻：老码头将改建', 'related'],
    ['zh', '原标题：一条老街', 'original title'],
    ['zh', '分享到：微信 微博 QQ空间', 'share'],
    ['en', 'Read also: Bridge repairs', 'related'],
    ['en', 'ADVERTISEMENT', 'advertisement'],
    ['en', 'Facebook | Twitter | Email', 'share'],
    ['ja', '関連記事：バス路線の再編', 'related'],
    ['es', 'Lea también: El metro en verano', 'related'],
    ['de', 'Lesen Sie auch: Der Bahnhof', 'related'],
    ['fr', 'À lire aussi : Le tramway', 'related'],
  ])('%s: %s', (language, text, kind) => {
    expect(kinds([text, 'A long closing sentence of the story that ends here.'], language)[0]).toBe(kind);
  });
});

describe('the same words in a story are kept', () => {
  test.each([
    ['zh', '相關新聞報導指出，市府將檢討。'],
    ['zh', '市民可掃描二維碼下載客戶端。'],
    ['zh', '他发表声明：不再参选。'],
    ['zh', '舉報電話：12345'],
    ['zh', '分享是一种美德。'],
    ['zh', '大 中'.replace(' ', '學')],
    ['zh', '延伸閱讀的習慣從小培養。'],
    ['zh', '下載量超過一百萬次的應用程式今天下架。'],
    ['en', 'Related work has been under way for years.'],
    ['en', 'Advertisement revenue fell.'],
    ['en', 'Share prices rose.'],
    ['es', 'Publicidad engañosa en la red'],
    ['de', 'Werbung wirkt, sagt die Forscherin.'],
    ['fr', 'Lire la suite des événements demande du temps.'],
    ['ja', '関連する法律が成立した。'],
  ])('%s: %s', (language, text) => expect(kinds([text], language)).toEqual([undefined]));
});

describe('some lines are boilerplate only at the end', () => {
  const prose = '會議今天圓滿結束，與會者下午離開會場。';
  test.each([
    '?山村變了樣,游客擠滿巷!',
    '▶ 颱風動態一次看',
    '舉報郵箱：desk@example.com',
    '長按識別二維碼關注我們',
  ])('%s', (text) => {
    expect(kinds([prose, text], 'zh-Hant')[1]).toBeDefined();
    expect(kinds([text, prose], 'zh-Hant')[0]).toBeUndefined();
  });
  test('a line that states a time or a place is kept, even if it starts with a sign such as ▶', () => {
    expect(kinds([prose, '▶ 時間：7月1日', '?地點：三樓'], 'zh-Hant')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a heading of links', () => {
  test('is cut together with the links below it, if the text ends with them', () => {
    expect(kinds(['正文到此结束。', '相关阅读', '夜游航线恢复', '老码头改建'], 'zh-Hans')).toEqual([
      undefined,
      'related',
      'related',
      'related',
    ]);
  });
  test('stays if the story continues below it, because the lines below it may be a list of the story', () => {
    expect(kinds(['相关阅读', '夜游航线恢复', '公园占地约三百亩，设有步道。'], 'zh-Hans')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
