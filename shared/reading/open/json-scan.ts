/** What a scan finds out about a JSON text. For a text that is not JSON, the values have no meaning. */
export interface Scanned {
  /** The number of levels of brackets. Brackets in strings do not count. */
  depth: number;
  /** The first few keys that an object has twice. RFC 8259 section 4 does not define which value is used. */
  repeated: string[];
}

/** How many repeated keys are reported. */
const MAX_REPEATED_KEYS = 5;
/** A key that is longer than this is not checked for repetition. */
const MAX_KEY_CHARACTERS = 200;

/** Scans a JSON text in one pass, without parsing it. */
export function scanJson(text: string): Scanned {
  const repeated = new Set<string>();
  /** For each open object, its keys so far; undefined for an open array. */
  const open: (Set<string> | undefined)[] = [];
  let depth = 0;
  let string = '';
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '"': {
        const end = endOfString(text, at);
        string = end - at <= MAX_KEY_CHARACTERS ? text.slice(at, end) : '';
        at = end - 1;
        break;
      }
      case ':': {
        const keys = open.at(-1);
        if (string !== '' && keys?.has(string) && repeated.size < MAX_REPEATED_KEYS) repeated.add(string);
        keys?.add(string);
        string = '';
        break;
      }
      case '{':
      case '[':
        open.push(text[at] === '{' ? new Set() : undefined);
        depth = Math.max(depth, open.length);
        break;
      case '}':
      case ']':
        open.pop();
    }
  }
  return { depth, repeated: [...repeated] };
}

/** The offset after the closing quotation mark of the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
