import htmlEncodingSniffer from 'html-encoding-sniffer';

/** Stands for "none declared": an encoding that no document may declare (WHATWG Encoding Standard, "replacement"). */
const NONE = 'replacement';

/**
 * The encoding a document declares within itself: XML's declaration, or HTML's `meta` (HTML Standard, "prescan a byte
 * stream"). Undefined for plain text, for JSON and where there is none.
 */
export function declaredEncoding(bytes: Uint8Array, format: 'html' | 'xml'): string | undefined {
  const found = htmlEncodingSniffer(bytes, { xml: format === 'xml', defaultEncoding: NONE });
  return found === NONE ? undefined : found;
}

/** Whether the bytes begin as an XML document does, in any encoding that keeps ASCII. */
export function beginsAsXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '');
  return /^\s*<\?xml/i.test(start);
}

/** The four orders of a `<` in UTF-32 and its byte order marks (Unicode 16, section 23.8). */
const UTF32: readonly { bytes: readonly number[]; littleEndian: boolean; skip: number }[] = [
  { bytes: [0xff, 0xfe, 0, 0], littleEndian: true, skip: 4 },
  { bytes: [0, 0, 0xfe, 0xff], littleEndian: false, skip: 4 },
  { bytes: [0x3c, 0, 0, 0], littleEndian: true, skip: 0 },
  { bytes: [0, 0, 0, 0x3c], littleEndian: false, skip: 0 },
];

/**
 * UTF-32 as UTF-8, since no browser and so no decoder here reads it; undefined for bytes that are not UTF-32. A value
 * that is no character becomes U+FFFD.
 */
export function fromUtf32(bytes: Uint8Array): Uint8Array | undefined {
  const form = UTF32.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  if (form === undefined || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const runs: string[] = [];
  for (let at = form.skip; at < bytes.length; at += 4) {
    const code = view.getUint32(at, form.littleEndian);
    runs.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
  }
  return new TextEncoder().encode(runs.join(''));
}
