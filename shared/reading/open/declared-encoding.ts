import htmlEncodingSniffer from 'html-encoding-sniffer';

/**
 * What the sniffer returns if the document declares no encoding. It is a name that no document may declare (WHATWG
 * Encoding Standard, "replacement").
 */
const NOT_DECLARED = 'replacement';

/**
 * The encoding that a document declares in its own text: in the XML declaration, or in a `meta` element of HTML (HTML
 * Standard, "prescan a byte stream"). Undefined if it declares none.
 */
export function declaredEncoding(bytes: Uint8Array, format: 'html' | 'xml'): string | undefined {
  const found = htmlEncodingSniffer(bytes, { xml: format === 'xml', defaultEncoding: NOT_DECLARED });
  return found === NOT_DECLARED ? undefined : found;
}

/**
 * How a UTF-32 document begins: with a byte order mark (Unicode 16, section 23.8) or with `<`, in either byte order.
 */
const UTF32_BEGINNINGS: readonly { bytes: readonly number[]; littleEndian: boolean; skip: number }[] = [
  { bytes: [0xff, 0xfe, 0, 0], littleEndian: true, skip: 4 },
  { bytes: [0, 0, 0xfe, 0xff], littleEndian: false, skip: 4 },
  { bytes: [0x3c, 0, 0, 0], littleEndian: true, skip: 0 },
  { bytes: [0, 0, 0, 0x3c], littleEndian: false, skip: 0 },
];

/**
 * UTF-32 converted to UTF-8, because TextDecoder does not read UTF-32. Undefined for bytes that are not UTF-32. A
 * value that is not a character becomes U+FFFD.
 */
export function fromUtf32(bytes: Uint8Array): Uint8Array | undefined {
  const form = UTF32_BEGINNINGS.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  if (form === undefined || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = form.skip; at < bytes.length; at += 4) {
    const code = view.getUint32(at, form.littleEndian);
    characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
  }
  return new TextEncoder().encode(characters.join(''));
}
