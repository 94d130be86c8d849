const tables = new Map<string, Map<string, number[]>>();

/** The bytes of each character in a legacy encoding: the decoder's table, reversed. */
function tableOf(label: string): Map<string, number[]> {
  const known = tables.get(label) ?? reversedTable(label);
  tables.set(label, known);
  return known;
}

function reversedTable(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    try {
      const text = decoder.decode(new Uint8Array(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // These bytes are not a character of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  return table;
}

/** Encodes text with one or two bytes a character. Throws if the encoding does not have a character. */
export function encodeLegacy(text: string, label: string): Uint8Array {
  const table = tableOf(label);
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${label} has no ${character}`);
      return bytes;
    }),
  );
}

/**
 * Encodes text in UTF-16 (width 2) or UTF-32 (width 4). A byte order mark is only written if `text` begins with one.
 */
export function encodeWide(text: string, width: 2 | 4, littleEndian: boolean): Uint8Array {
  const units =
    width === 2 ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)) : codePoints(text);
  const bytes = new Uint8Array(units.length * width);
  const view = new DataView(bytes.buffer);
  units.forEach((unit, at) => {
    if (width === 2) view.setUint16(at * 2, unit, littleEndian);
    else view.setUint32(at * 4, unit, littleEndian);
  });
  return bytes;
}

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
