const tables = new Map<string, Map<string, number[]>>();

/** Each character of a legacy encoding by its bytes: the decoder's own table, turned round. */
function tableOf(label: string): Map<string, number[]> {
  const known = tables.get(label) ?? turnedRound(label);
  tables.set(label, known);
  return known;
}

function turnedRound(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, number[]>();
  const learn = (bytes: number[]): void => {
    try {
      const text = decoder.decode(new Uint8Array(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No character of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  return table;
}

/** Text in an encoding of one or two bytes a character. Throws for a character that the encoding lacks. */
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

/** Text in UTF-16 or UTF-32, without a mark unless `text` begins with one. */
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
