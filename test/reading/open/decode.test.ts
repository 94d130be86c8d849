import { describe, expect, test } from 'vitest';
import { decode } from '../../../shared/reading/open/decode.ts';
import { encodeLegacy } from '../../flow/bad-input/legacy-text.ts';
import { LEGACY_NEWS, UNKNOWN_NEWS } from '../prose/legacy-news.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, 'hex'));
const repeat = (bytes: Uint8Array, times: number): Uint8Array =>
  new Uint8Array(Array.from({ length: times }, () => [...bytes]).flat());

/** A short text in each encoding, as the bytes that the table of the encoding gives. */
const GBK_NEWS = hex('d0c2cec5a3acd6d0b9fab5c4b1a8d6bda1a3'); // 新闻，中国的报纸。
const BIG5_NEWS = hex('b773bb44a141a4a4a4e5aabab3f8afc8a143'); // 新聞，中文的報紙。
const SJIS_NEWS = hex('82b182ea82cd8367835883678'.padEnd(24, '0').slice(0, 24)); // これはテスト
const EUCJP_NEWS = hex('a4b3a4eca4cfa5c6a5b9a5c8'); // これはテスト
const EUCKR_NEWS = hex('b4bad1b5bac0b7a1'); // hangul syllables
const LATIN1_NEWS = Buffer.from('Über die Brücke führt künftig ein Weg für Fußgänger', 'latin1');

const textOf = (decoded: ReturnType<typeof decode>): string =>
  decoded.ok ? decoded.text : decoded.rejection.code;

describe('precedence (WHATWG Encoding, "decode"; HTML, "encoding sniffing algorithm")', () => {
  test('a byte order mark wins over the declaration, with a note', () => {
    const decoded = decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('新闻')]), 'gbk');
    expect(decoded).toMatchObject({ ok: true, text: '新闻', encoding: 'utf-8' });
    expect(decoded.ok && decoded.notes).toHaveLength(1);
  });
  test.each([
    ['utf-16le', hex('fffeb065fb95')],
    ['utf-16be', hex('feff65b095fb')],
  ])('the byte order mark of %s is recognised', (encoding, bytes) => {
    expect(decode(bytes)).toMatchObject({ ok: true, encoding });
  });
  test.each(['gbk', 'GB2312', 'gb18030', ' chinese '])('the label %s is GBK', (label) => {
    expect(textOf(decode(GBK_NEWS, label))).toBe('新闻，中国的报纸。');
  });
  test('the label iso-8859-1 is windows-1252, as in browsers', () => {
    expect(decode(hex('80'), 'iso-8859-1')).toMatchObject({ ok: true, text: '€', encoding: 'windows-1252' });
  });
  test('bytes that are invalid in the declared encoding and valid UTF-8 are read as UTF-8, with a note', () => {
    const decoded = decode(utf8('新闻：张三'), 'euc-jp');
    expect(decoded.ok && decoded.notes.join()).toContain('utf-8');
    expect(textOf(decoded)).toBe('新闻：张三');
  });
  test('the declared encoding is used if the bytes are valid UTF-8 only by chance', () => {
    // Each of these texts has one or two pairs of bytes that are a valid sequence in UTF-8.
    for (const [encoding, text] of [
      ['windows-1252', 'ATÉ AMANHÃ… disse ela'],
      ['windows-1252', 'Das macht Spaß…'],
      ['gbk', '联通 3G'],
      ['gbk', '公司 A 说'],
    ] as const) {
      expect(decode(encodeLegacy(text, encoding), encoding)).toMatchObject({ ok: true, text, encoding });
    }
  });
});

/** Sentences whose characters beyond ASCII are several. UTF-8 does not depend on their language. */
const SENTENCES = [
  'Der Bäcker am Fluß öffnet früh – für 3 €.',
  '“Très bien”, a dit l’élève à la fenêtre.',
  'Вода поднялась на три метра за ночь.',
  'Η στάθμη του νερού ανέβηκε.',
  '雨下了一夜，河水涨了三米。',
  '雨が一晩降りつづいた。',
  '밤새 비가 내렸다.',
  'ฝนตกทั้งคืน',
  'Żółta łódka płynie dalej',
  'Rained all night 🌧',
  'The café stays open',
];
const STALE = [
  'windows-1252 iso-8859-1 iso-8859-2 iso-8859-15 windows-1250 windows-1251 windows-1253 windows-1254 windows-1255',
  'windows-1256 windows-1257 windows-874 koi8-r koi8-u macintosh ibm866 gbk gb18030 big5 shift_jis euc-jp euc-kr',
]
  .join(' ')
  .split(' ');

describe('a declaration that the bytes contradict is not followed', () => {
  test.each(STALE)('text in UTF-8 that is declared as %s is read as UTF-8, with a note', (declared) => {
    for (const text of SENTENCES) {
      const decoded = decode(utf8(text), declared);
      expect(decoded, text).toMatchObject({ ok: true, text, encoding: 'utf-8' });
      expect(decoded.ok && decoded.notes.join(), text).toMatch(/^declared .* utf-8/);
    }
  });
  test.each(
    LEGACY_NEWS.flatMap(({ language, encodings, text }) =>
      encodings.map((e) => [language, e, text] as const),
    ),
  )('%s in %s that is declared as it is, is read as declared', (_, encoding, text) => {
    expect(decode(encodeLegacy(text, encoding), encoding)).toMatchObject({ ok: true, text, notes: [] });
  });
  test.each(
    LEGACY_NEWS.flatMap(({ language, encodings, text }) =>
      encodings.map((e) => [language, e, text] as const),
    ),
  )('%s in %s that is declared as UTF-8 is recognised, with a note', (_, encoding, text) => {
    const decoded = decode(encodeLegacy(text, encoding), 'utf-8');
    // Many pairs of Thai letters are valid UTF-8 by chance, so this text may be damaged UTF-8.
    if (encoding === 'windows-874') return expect(textOf(decoded)).toBe('ENCODING_INVALID');
    expect(decoded).toMatchObject({ ok: true, text });
    expect(decoded.ok && decoded.notes.join()).toContain('declared utf-8');
  });
  test.each([
    ['The café – caf\xE9 for short – won\x92t open', 'The café – café for short – won’t open'],
    ['Señor M\xFCller paid \x805 in Zürich', 'Señor Müller paid €5 in Zürich'],
    ['« Été » à Paris, \x93très\x94 chaud', '« Été » à Paris, “très” chaud'],
  ])('stray bytes of windows-1252 in UTF-8: %j', (written, text) => {
    const bytes = Buffer.concat(
      written.split(/([\x80-\x96\xE9\xFC](?![\x80-\xFF]))/).map((part, at) => {
        const isStray = at % 2 === 1 && !text.includes(`${written[written.indexOf(part) - 1]}${part}`);
        return Buffer.from(part, isStray ? 'latin1' : 'utf8');
      }),
    );
    for (const declared of ['utf-8', 'iso-8859-1']) {
      const decoded = decode(bytes, declared);
      expect(textOf(decoded)).toBe(text);
      expect(decoded.ok && decoded.notes.join()).toMatch(/windows-1252/);
    }
  });
  test.each([
    ['half of a character at the end of a word', Buffer.from('Zürich und Caf\xC3</p>', 'latin1')],
    ['half of a Chinese character', utf8('It is a café near 橋').subarray(0, -1)],
    ['half of a surrogate pair', Buffer.concat([utf8('A café and '), hex('eda080'), utf8(' more')])],
  ])('%s is damage, not a stray byte', (_, bytes) => {
    const decoded = decode(bytes, 'utf-8');
    expect(decoded.ok ? decoded.text.includes('\u{10FFFD}') : 'ENCODING_INVALID').toBeTruthy();
  });
});

describe('detection without a declaration', () => {
  test.each([
    ['utf-8', utf8('新闻'), 0],
    ['gb18030', repeat(GBK_NEWS, 4), 1],
    ['big5', repeat(BIG5_NEWS, 4), 1],
    ['shift_jis', repeat(SJIS_NEWS.subarray(0, 10), 4), 1],
    ['euc-jp', repeat(EUCJP_NEWS, 4), 1],
    ['euc-kr', repeat(EUCKR_NEWS, 4), 1],
    ['windows-1252', LATIN1_NEWS, 1],
    ['iso-2022-jp', hex('1b2442244c1b2842'), 1],
    ['utf-16le', Buffer.from('news 新闻', 'utf16le'), 1],
    ['utf-16be', Buffer.from('news 新闻', 'utf16le').swap16(), 1],
  ])('%s is detected', (encoding, bytes, notes) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: true, encoding });
    expect(decoded.ok && decoded.notes).toHaveLength(notes);
  });
});

describe('text in an encoding with one byte per character, without a declaration', () => {
  const rows = LEGACY_NEWS.flatMap(({ language, encodings, text }) =>
    encodings.map((encoding) => [language, encoding, text] as const),
  );
  test.each(rows)('%s in %s is decoded correctly', (_, encoding, text) => {
    expect(textOf(decode(encodeLegacy(text, encoding)))).toBe(text);
  });
  // Mac Roman is left out here: the byte of one of its letters can be an apostrophe in windows-1252, and a short text
  // does not show which is meant ("r’o" or "río").
  const distinguishable = rows.filter(([, encoding]) => encoding !== 'macintosh');
  test.each(distinguishable)(
    'a sentence of %s in %s is decoded correctly or rejected',
    (_, encoding, text) => {
      for (const sentence of text.split(/(?<=[.!?])\s|\n+/u)) {
        const decoded = decode(encodeLegacy(sentence, encoding));
        expect(decoded).toMatchObject(
          decoded.ok ? { text: sentence } : { rejection: { code: 'ENCODING_INVALID' } },
        );
      }
    },
  );
  test.each(
    UNKNOWN_NEWS.flatMap(({ language, encodings, text }) => encodings.map((e) => [language, e, text])),
  )(
    '%s in %s is rejected, because the text is too short to detect its encoding',
    (_, encoding = '', text = '') => {
      expect(textOf(decode(encodeLegacy(text, encoding)))).toBe('ENCODING_INVALID');
    },
  );
});

describe('UTF-8 with a few invalid bytes', () => {
  const CHINESE = '一座桥在修缮之后重新开放了，居民在雨中等了一个上午。'.repeat(4);
  const MARK = '\u{10FFFD}';
  const damaged = (before: string, after: string): Uint8Array =>
    new Uint8Array([...utf8(before), 0xff, ...utf8(after)]);

  test.each([undefined, 'utf-8'])(
    'declared %s: read as UTF-8, with a mark in place of each invalid sequence, and a note',
    (declared) => {
      const decoded = decode(damaged(`${CHINESE}\uFFFD`, CHINESE), declared);
      expect(decoded).toMatchObject({
        ok: true,
        encoding: 'utf-8',
        text: `${CHINESE}\uFFFD${MARK}${CHINESE}`,
      });
      expect(decoded.ok && decoded.notes.join()).toContain('that are not utf-8: 1');
    },
  );
  test('a truncated character gets a mark; a U+FFFD that the sender wrote stays', () => {
    const bytes = new Uint8Array([...utf8(CHINESE), 0xe6, 0xa1, ...utf8(`\uFFFD${CHINESE}`)]);
    expect(textOf(decode(bytes, 'utf-8'))).toBe(`${CHINESE}${MARK}\uFFFD${CHINESE}`);
  });
});

describe('rejections', () => {
  test.each([
    ['ENCODING_EMPTY', new Uint8Array(), undefined],
    ['ENCODING_EMPTY', utf8(' \n\t '), undefined],
    ['ENCODING_EMPTY', hex('efbbbf'), undefined],
    ['ENCODING_UNKNOWN', utf8('a'), 'utf-9'],
    ['ENCODING_UNKNOWN', utf8('a'), 'iso-2022-kr'],
    ['ENCODING_INVALID', hex('41ff42'), 'utf-8'],
    ['ENCODING_INVALID', hex('efbbbf41ff'), undefined],
    ['ENCODING_INVALID', hex('feff41'), undefined],
    ['ENCODING_INVALID', hex('ffd8ffe000104a46494600'), undefined],
  ])('%s', (code, bytes, declared) => {
    expect(decode(bytes, declared)).toMatchObject({ ok: false, rejection: { code } });
  });
});
