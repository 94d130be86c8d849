import { expect, test } from 'vitest';
import { decode } from '../../../shared/reading/open/decode.ts';
import { readOne } from '../drafted.ts';

const rss = (title: string, text: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>T</title><item><title>${title}</title>` +
  `<guid isPermaLink="false">1</guid><description>${text}</description></item></channel></rss>`;

test.each([
  ['windows-1252', 'La forêt brûle près de la mer', 'La forêt brûle depuis hier, dit le préfet à la radio.'],
  ['windows-1252', 'Mühle läuft wieder', 'Die Mühle läuft wieder, sagte der Müller über den Bau.'],
])('a short feed in %s that declares UTF-8 is read: %s', (_, title, text) => {
  const draft = readOne(Buffer.from(rss(title, text), 'latin1'), 'application/xml');
  expect(draft.content.headline).toBe(title);
  expect(draft.content.body).toBe(`<p>${text}</p>`);
});

test('a feed in GBK that declares UTF-8 is read', () => {
  const chinese = Buffer.from(
    'b4f3c7c5d6d8d0c2bfaab7c5bad3c9cfb5c4b4f3c7c5d6d8d0c2bfaab7c5a1a3',
    'hex',
  ).toString('latin1');
  const draft = readOne(Buffer.from(rss(chinese, chinese), 'latin1'), 'application/xml');
  expect(draft.content.headline).toBe('大桥重新开放河上的大桥重新开放。');
});

/** A text in CESU-8: each half of a pair as three bytes. */
function cesu8(text: string): Uint8Array {
  const bytes = Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    return code >= 0xd800 && code < 0xe000
      ? [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
      : [...Buffer.from(text[at] ?? '')];
  });
  return Uint8Array.from(bytes.flat());
}

test.each([
  ['utf-8', 'The cup 🏆 is ours – again.'],
  [undefined, 'Der Pokal 🏆🎉 gehört uns.'],
])('characters in two halves are put together (declared: %s)', (declared, text) => {
  expect(decode(cesu8(text), declared)).toMatchObject({
    text,
    encoding: 'utf-8',
    notes: [expect.stringContaining('two halves')],
  });
});
