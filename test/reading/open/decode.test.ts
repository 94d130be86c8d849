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
  test('the declared encoding is used if the bytes are valid in it, even if they are also valid UTF-8', () => {
    expect(decode(utf8('Ã©'), 'windows-1252')).toMatchObject({ ok: true, encoding: 'windows-1252' });
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
