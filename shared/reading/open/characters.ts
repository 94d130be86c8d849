/**
 * Repairs of characters that were written in a wrong way, in the text of a document before it is parsed: halves of
 * surrogate pairs, and controls that stand for the punctuation of windows-1252.
 */

/** The characters for U+0080 to U+009F, as the HTML Standard reads references to them ("numeric character reference end state"). */
const OF_CONTROLS = [
  ...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => at + 128)),
];

/** The character for a C1 control; empty for the five that windows-1252 does not define. */
function ofControl(code: number): string {
  const character = OF_CONTROLS[code - 0x80] ?? '';
  return character.codePointAt(0) === code ? '' : character;
}

const CONTROL = /[\u0080-\u009F]/g;
/** A reference to a control, also with its ampersand escaped. */
const CONTROL_REFERENCE = /&(?:amp;)?#(?:x0{0,4}([89][\da-f])|0{0,4}(1(?:2[89]|[34]\d|5\d)));/gi;
/** References that may be halves of surrogate pairs, one directly after the other. */
const SURROGATE_REFERENCES = /(?:&(?:amp;)?#(?:x0{0,4}d[89a-f][\da-f]{2}|5[5-7]\d{3});)+/gi;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** An escape of JSON: for a character by its number, or any other. */
const JSON_ESCAPE = /\\(?:u([\da-f]{4})|[^u])/gi;

/** JSON with the characters beyond ASCII themselves instead of their escapes. The value is the same. */
export function withRawCharacters(json: string): string {
  if (!json.includes('\\u')) return json;
  return json.replace(JSON_ESCAPE, (escape: string, digits: string | undefined) => {
    const code = digits === undefined ? 0 : Number.parseInt(digits, 16);
    return code >= 0x80 ? String.fromCharCode(code) : escape;
  });
}

/**
 * The text with these characters repaired, and notes. `hasReferences`: the text is not plain text, so a reference
 * stands for its character.
 */
export function repairCharacters(text: string, hasReferences: boolean): { text: string; notes: string[] } {
  const counts = { paired: 0, lone: 0, punctuation: 0, dropped: 0 };
  const control = (code: number): string => {
    const character = ofControl(code);
    if (character === '') counts.dropped++;
    else counts.punctuation++;
    return character;
  };
  const unpaired = (part: string): string => part.replace(LONE_SURROGATE, () => (counts.lone++, ''));
  let read = text;
  if (hasReferences && text.includes('#')) {
    read = read
      .replace(SURROGATE_REFERENCES, (references) => {
        const written = [...references.matchAll(/#(x?)([\da-f]+);/gi)]
          .map(([, x, digits = '']) => String.fromCharCode(Number.parseInt(digits, x === '' ? 10 : 16)))
          .join('');
        counts.paired += written.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
        return unpaired(written);
      })
      .replace(CONTROL_REFERENCE, (_, hexadecimal: string | undefined, decimal: string) =>
        control(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
      );
  }
  if (!read.isWellFormed()) read = unpaired(read);
  // U+0085 is also the line end of some systems. It is one in plain text that has no other line ends.
  const isLineEnd = !hasReferences && !read.includes('\n') && !/[\u0080-\u0084\u0086-\u009F]/.test(read);
  if (!isLineEnd) read = read.replace(CONTROL, (character) => control(character.charCodeAt(0)));
  return { text: read, notes: notesOn(counts) };
}

function notesOn(counts: Record<'paired' | 'lone' | 'punctuation' | 'dropped', number>): string[] {
  return [
    [counts.paired, 'characters written as two references, one for each half, were put together'],
    [counts.lone, 'halves of characters were removed'],
    [counts.punctuation, 'control characters were read as the characters of windows-1252'],
    [counts.dropped, 'control characters were removed'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${what}: ${count}`]));
}
