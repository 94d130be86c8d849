/**
 * CESU-8 (Unicode Technical Report 26): characters beyond U+FFFF are written as two halves of three bytes each. Some
 * databases and Java programs send it as UTF-8. In UTF-8 these bytes are invalid.
 */

/** The two halves, one character per byte. */
const HALVES = /\xED([\xA0-\xAF])([\x80-\xBF])\xED([\xB0-\xBF])([\x80-\xBF])/g;

/** The bytes with each such character in UTF-8, and how many there were. */
export function withPairedHalves(bytes: Uint8Array): { bytes: Uint8Array; paired: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.includes(0xed)) return { bytes, paired: 0 };
  let paired = 0;
  const raw = buffer.toString('latin1').replace(HALVES, (halves) => {
    paired++;
    const [, a = 0, b = 0, , c = 0, d = 0] = [...halves].map((byte) => byte.charCodeAt(0));
    const high = 0xd000 | ((a & 0x3f) << 6) | (b & 0x3f);
    const low = 0xd000 | ((c & 0x3f) << 6) | (d & 0x3f);
    return Buffer.from(String.fromCharCode(high, low), 'utf-8').toString('latin1');
  });
  return paired === 0 ? { bytes, paired } : { bytes: Buffer.from(raw, 'latin1'), paired };
}
