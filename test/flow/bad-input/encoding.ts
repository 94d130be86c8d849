import { type BadInput, HTML, TEXT, rejected, stored } from './bad-input.ts';
import { encodeLegacy, encodeWide } from './legacy-text.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A headline and a sentence for each encoding. A reader that assumes another encoding gets a different text. */
const LEGACY: readonly [label: string, title: string, sentence: string][] = [
  ['gbk', '大桥重新开放', '一座桥在修缮之后重新开放了。'],
  ['gb18030', '旧桥的故事', '居民在雨中等了一个上午。'],
  ['big5', '大橋重新開放', '一座橋在修繕之後重新開放了。'],
  ['shift_jis', '橋が再び開通', '三年の工事を経て橋が開通した。'],
  ['euc-jp', '港の橋が開通', '市民が朝から列をつくった。'],
  ['euc-kr', '다리가 다시 열렸다', '시민들이 아침부터 줄을 섰다.'],
  ['windows-1250', 'Most znovu otevřen', 'Řidiči čekali tři roky, říká starosta.'],
  ['windows-1251', 'Мост снова открыт', 'Жители ждали этого три года.'],
  ['windows-1252', 'Brücke wieder geöffnet', '„Endlich“ – sagte die Bürgermeisterin.'],
  ['windows-1253', 'Η γέφυρα άνοιξε', 'Οι κάτοικοι περίμεναν τρία χρόνια.'],
  ['windows-1254', 'Köprü yeniden açıldı', 'Şehir üç yıl bekledi, dedi görevli.'],
  ['windows-1255', 'הגשר נפתח מחדש', 'התושבים חיכו שלוש שנים.'],
  ['windows-1256', 'فتح الجسر من جديد', 'انتظر السكان ثلاث سنوات.'],
  ['windows-1257', 'Tiltas vėl atidarytas', 'Žmonės laukė trejus metus.'],
  ['koi8-r', 'Старый мост открыт', 'Горожане пришли на рассвете.'],
  ['koi8-u', 'Міст знову відкрито', 'Мешканці чекали три роки.'],
];

/** The title makes the text of each row different, because text that is sent twice is `unchanged`. */
const wide = (title: string): string => `${title}\n\nÆther and 橋 came through.`;

export const ENCODING: readonly BadInput[] = [
  { input: 'empty: no bytes', type: TEXT, body: '', answer: { status: 400, code: 'ENCODING_EMPTY' } },
  { input: 'empty: white space only', type: TEXT, body: ' \r\n\t ', answer: [rejected('ENCODING_EMPTY')] },
  {
    input: 'empty: a byte order mark only',
    type: TEXT,
    body: new Uint8Array([0xef, 0xbb, 0xbf]),
    answer: [rejected('ENCODING_EMPTY')],
  },
  {
    input: 'empty: markup without text',
    type: HTML,
    body: '<p> </p><div><br></div>',
    answer: [rejected('ENCODING_EMPTY')],
  },
  {
    input: 'invalid UTF-8: a byte that never occurs in UTF-8',
    type: TEXT,
    body: new Uint8Array([...bytesOf('A bridge\n\n'), 0xff, ...bytesOf(' opens.')]),
    answer: [rejected('ENCODING_INVALID')],
  },
  {
    input: 'invalid UTF-8: an overlong form',
    type: TEXT,
    body: new Uint8Array([...bytesOf('A bridge\n\n'), 0xc0, 0xaf, ...bytesOf(' opens.')]),
    answer: [rejected('ENCODING_INVALID')],
  },
  {
    input: 'invalid UTF-8: a surrogate',
    type: TEXT,
    body: new Uint8Array([...bytesOf('A bridge\n\n'), 0xed, 0xa0, 0x80, ...bytesOf(' opens.')]),
    answer: [rejected('ENCODING_INVALID')],
  },
  {
    input: 'invalid UTF-8: cut inside a character',
    type: TEXT,
    body: bytesOf('A bridge\n\nIt is 橋').subarray(0, -1),
    answer: [rejected('ENCODING_INVALID')],
  },
  {
    input: 'byte order mark: UTF-8',
    type: 'text/plain',
    body: '\uFEFFThe bridge, marked\n\nÆther came through.',
    answer: [stored({ title: 'The bridge, marked', body: /Æther/ })],
  },
  {
    input: 'byte order mark: another encoding than in the header',
    type: 'text/plain; charset=iso-8859-1',
    body: '\uFEFFThe bridge, marked otherwise\n\nÆther came through.',
    answer: [stored({ title: 'The bridge, marked otherwise', body: /Æther/, note: /byte order mark/ })],
  },
  ...[true, false].flatMap((littleEndian) => {
    const order = littleEndian ? 'little-endian' : 'big-endian';
    const row = (title: string, type: string, width: 2 | 4, mark: string): BadInput => ({
      input: `${title}, ${order}`,
      type,
      body: encodeWide(mark + wide(`${title}, ${order}`), width, littleEndian),
      answer: [stored({ title: `${title}, ${order}`, body: /Æther and 橋/ })],
    });
    const named = `text/plain; charset=utf-16${littleEndian ? 'le' : 'be'}`;
    return [
      row('UTF-16 by its byte order mark', 'text/plain', 2, '\uFEFF'),
      row('UTF-16 by the header', named, 2, ''),
      row('UTF-32 by its byte order mark', 'text/plain', 4, '\uFEFF'),
    ];
  }),
  {
    input: 'UTF-16: half of a surrogate pair',
    type: 'text/plain',
    body: encodeWide('\uFEFFA bridge\n\nIt is \uD83C here.', 2, true),
    answer: [rejected('ENCODING_INVALID')],
  },
  {
    input: 'header and declaration name different encodings: the header is used',
    type: 'text/html; charset=gbk',
    body: encodeLegacy('<meta charset="utf-8"><h1>大桥重新开放</h1><p>一座桥重新开放了。</p>', 'gbk'),
    answer: [stored({ title: '大桥重新开放', body: /一座桥/, note: /declares utf-8/i })],
  },
  {
    input: 'header and declaration agree, and the bytes are in another encoding',
    type: 'application/rss+xml; charset=utf-8',
    body: encodeLegacy(
      '<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>桥</title></item></channel></rss>',
      'gbk',
    ),
    answer: [rejected('ENCODING_INVALID')],
  },
  {
    input: 'header does not fit the bytes: UTF-8 that is declared as windows-1252',
    type: 'text/plain; charset=windows-1252',
    body: 'The bridge, twice\n\nÆther came through.',
    answer: [stored({ title: 'The bridge, twice', note: /valid utf-8/ })],
  },
  {
    input: 'encoding: unknown',
    type: 'text/plain; charset=klingon',
    body: 'x',
    answer: [rejected('ENCODING_UNKNOWN')],
  },
  {
    input: 'encoding: UTF-7, which is no longer supported',
    type: 'text/plain; charset=utf-7',
    body: 'x',
    answer: [rejected('ENCODING_UNKNOWN')],
  },
  ...LEGACY.map(([label, title, sentence]): BadInput => ({
    input: `legacy encoding: ${label}, named in the header`,
    type: `text/plain; charset=${label}`,
    body: encodeLegacy(`${title}\n\n${sentence}`, label),
    answer: [stored({ title, body: new RegExp(sentence.slice(0, 12)) })],
  })),
  ...LEGACY.map(([label, title, sentence]): BadInput => ({
    input: `legacy encoding: ${label}, named in the XML declaration`,
    type: 'application/rss+xml',
    body: encodeLegacy(
      `<?xml version="1.0" encoding="${label}"?><rss version="2.0"><channel><item><guid>xml-${label}</guid>` +
        `<title>${title}</title><description>${sentence}</description></item></channel></rss>`,
      label,
    ),
    answer: [stored({ title, body: new RegExp(sentence.slice(0, 12)) })],
  })),
];
