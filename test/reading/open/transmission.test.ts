import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { outcomes, read } from '../drafted.ts';
import { transmissionOf } from '../../../shared/reading/open/transmission.ts';

const STORY = 'The bridge stays closed until May, the council said.';

describe('a transmission', () => {
  test.each([
    [
      'an IPTC 7901 transmission',
      `rbw0412 4 k 34 Wire 0412\n\nBridge/Works/\nThe bridge =\n\n   ${STORY}\n\n130731 GMT Apr 26`,
    ],
    [
      'an IPTC 7901 transmission',
      `\u0001dpa12 3 pl 104  dpa 0500\r\n\r\nBrücke/\r\nDie Brücke =\r\n\u0002\r\n${STORY}\r\n\u0003`,
    ],
    ['an IPTC 7901 transmission', `\r\n\u0001\r\nKeyword/\r\n\u0002${STORY}\r\n\u0003`],
    [
      'an ANPA 1312 transmission',
      `\u0016\u0016\u0001v2456\u001fxx-\r\nu i \u0013bc-bridge 04-13 0104\r\n\u0002${STORY}\r\n\u0003`,
    ],
    ['an ANPA 1312 transmission', `a0412\nr a BC-Bridge 1st Ld-Writethru 04-13 0104\n^The bridge<\n${STORY}`],
    ['an ANPA 1312 transmission', `BC-Bridge,104\nThe bridge\n${STORY}`],
    ['an ANPA 1312 transmission', `BC-Bridge, 1st Ld,104\n^By JANE ROE=\n   ${STORY}<`],
    ['an ANPA 1312 transmission', `^BULLETIN KILL<\n^EDITORS:<\n   Kill BC-Bridge.<`],
    ['a telex transmission', `ZCZC\nRB0412\nThe bridge\n${STORY}\nNNNN`],
    ['an e-mail message', `Return-Path: <a@example.com>\nSubject: x\n\n${STORY}`],
    ['an e-mail message', `From jane@example.com Mon Apr 13 09:31:00 2026\nSubject: x\n\n${STORY}`],
    [
      'an e-mail message',
      `MIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary="b"\n\n--b\n\n${STORY}\n--b--`,
    ],
    ['an e-mail message', `From: Jane Roe\nSent: Monday\nTo: News desk\nSubject: The bridge\n\n${STORY}`],
    [
      'an e-mail message',
      `Von: Erika Mustermann\nGesendet: Montag\nAn: Redaktion\nBetreff: Brücke\n\nDie Brücke bleibt zu.`,
    ],
    [
      'an e-mail message',
      `De : Jane Roe\nEnvoyé : lundi\nÀ : la rédaction\nObjet : Le pont\n\nLe pont reste fermé.`,
    ],
    ['an e-mail message', `De: Juan Pérez\nPara: Redacción\nAsunto: El puente\n\nEl puente sigue cerrado.`],
    ['an e-mail message', `От: Иван\nКому: Редакция\nТема: Мост\n\nМост закрыт.`],
    ['an e-mail message', `寄件者：張三\n收件者：編輯部\n主旨：橋\n\n橋樑封閉。`],
    ['an e-mail message', `差出人: 山田太郎\n宛先: 編集部\n件名: 橋\n\n橋は閉鎖。`],
    ['an e-mail message', `---------- Forwarded message ---------\nFrom: Jane Roe\nSubject: x\n\n${STORY}`],
    ['an e-mail message', `Begin forwarded message:\n\nFrom: Jane Roe\nTo: desk\n\n${STORY}`],
    ['an HTTP message', `HTTP/1.1 200 OK\r\nServer: x\r\n\r\n${STORY}`],
    ['an HTTP message', `POST /story HTTP/1.1\r\nHost: x\r\n\r\n${STORY}`],
    [
      'form data (multipart)',
      `--boundary7\r\nContent-Disposition: form-data; name="text"\r\n\r\n${STORY}\r\n--boundary7--`,
    ],
    ['a calendar (iCalendar)', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'],
    ['subtitles (WebVTT)', `WEBVTT\n\n00:01.000 --> 00:02.000\n${STORY}`],
    ['subtitles (SubRip)', `1\n00:00:01,000 --> 00:00:02,000\n${STORY}`],
  ])('is refused as %s: %j', (name, text) => {
    expect(transmissionOf(text)).toMatch(new RegExp(`^${name.replace(/[()]/g, '\\$&')}`));
    for (const bytes of [text, gzipSync(text)]) {
      const drafted = read(bytes, 'text/plain');
      expect(drafted).toMatchObject([{ ok: false, rejection: { code: 'MEDIA_TYPE' } }]);
      expect(JSON.stringify(drafted)).toContain('Send the story itself as text, HTML, ninjs, NITF or NewsML');
    }
  });

  test.each([
    'The bridge stays closed\n\nIt will open in May.',
    `From Havenmouth to the island: the ferry is back\n\n${STORY}`,
    `Subject: the sea\n\nA film about the sea opens on Friday.`,
    `Date: 13 April\nPlace: Town hall\n\nThe council meets on Friday.`,
    `From: the archive\n\n${STORY}`,
    `Title: The bridge\nAuthor: Jane Roe\nDate: 2026-04-13\n\n${STORY}`,
    `To: the reader\n\n${STORY}`,
    `A1234 road closed\n\n${STORY}`,
    `AM radio returns to the island\n\n${STORY}`,
    `US-based firm buys ferry 2026\n\n${STORY}`,
    `PM-elect names cabinet\n\n${STORY}`,
    `BC-based brewery wins prize\n\n${STORY}`,
    `Room 101 4 years on\n\n${STORY}`,
    `^ is the sign for a power, the teacher said.\n\n${STORY}`,
    `1\n\n${STORY}`,
    `HTTP/2 turns ten\n\n${STORY}`,
    `-- ${STORY}`,
    `Von: Hand gemacht\n\nDie Werkstatt öffnet am Montag.`,
    `主題：橋\n\n橋樑封閉至五月。`,
  ])('is not what a story is: %j', (text) => {
    expect(transmissionOf(text)).toBeUndefined();
    expect(outcomes(read(text, 'text/plain'))).not.toContain('MEDIA_TYPE');
  });
});

describe('a file of another kind under a media type of text', () => {
  const zip = (name: string): Buffer => Buffer.from(`PK\u0003\u0004\u0014\u0000${name}`, 'latin1');
  test.each([
    ['a PDF file', Buffer.from('%PDF-1.7\n')],
    ['a Word document (DOCX)', zip('word/document.xml')],
    ['an Excel workbook (XLSX)', zip('xl/workbook.xml')],
    ['a PowerPoint file (PPTX)', zip('ppt/presentation.xml')],
    ['an OpenDocument file', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['a ZIP archive', zip('story.txt')],
    ['a Word, Excel or Outlook file of an old version', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['an RTF document', Buffer.from('{\\rtf1\\ansi The bridge}')],
    ['a JPEG picture', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a PNG picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a GIF picture', Buffer.from('GIF89a\u0001')],
    ['an MP3 recording', Buffer.from('ID3\u0003\u0000')],
    ['an MP4 video', Buffer.from('\u0000\u0000\u0000\u0018ftypmp42')],
  ])('is refused by name: %s', (name, bytes) => {
    for (const type of ['text/plain', 'text/html', 'application/json', 'application/xml']) {
      const drafted = read(bytes, type);
      expect(drafted).toMatchObject([{ ok: false, rejection: { code: 'MEDIA_TYPE' } }]);
      expect(JSON.stringify(drafted)).toContain(`sent as ${type}, but it is ${name}`);
    }
    expect(JSON.stringify(read(bytes, 'application/octet-stream'))).toContain(
      `application/octet-stream: ${name}`,
    );
  });

  test.each([
    'PK is short for a player',
    'BM is a brand',
    '%PDF is a sign',
    'GIF pictures',
    'MZ',
    'II* and III',
  ])('is not a text that begins like one: %s', (text) => {
    expect(read(`${text}\n\n${STORY}`, 'text/plain')).toMatchObject([{ ok: true }]);
  });
});

test.each([
  ['<opml version="2.0"><body/></opml>', 'OPML, a list of feeds'],
  ['<?xml version="1.0"?><urlset><url/></urlset>', 'a sitemap, a list of pages'],
  ['<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', 'an error message of a server'],
  ['<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>', 'a SOAP message'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a picture (SVG)'],
])('XML of another kind is refused by name, also as plain text: %s', (text, name) => {
  for (const type of ['application/xml', 'application/rss+xml', 'text/plain'])
    expect(read(text, type), type).toMatchObject([
      { rejection: { code: 'XML_ROOT', detail: expect.stringContaining(name) } },
    ]);
});
