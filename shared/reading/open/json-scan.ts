/** What a JSON text is like before it is parsed; of one that is no JSON it is something or other. */
export interface Scanned {
  /** How deeply brackets nest outside strings. */
  depth: number;
  /** Keys, as written, that an object has twice: RFC 8259 section 4 leaves open what that means. A few are enough. */
  repeated: string[];
}

const MOST_REPEATED = 5;
/** A longer string is nobody's key. */
const LONGEST_KEY = 200;

/** Looks a JSON text over in one pass. */
export function scanJson(text: string): Scanned {
  const repeated = new Set<string>();
  /** The keys so far of each object that is open; undefined for an array. */
  const open: (Set<string> | undefined)[] = [];
  let depth = 0;
  let string = '';
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '"': {
        const end = endOfString(text, at);
        string = end - at <= LONGEST_KEY ? text.slice(at, end) : '';
        at = end - 1;
        break;
      }
      case ':': {
        const keys = open.at(-1);
        if (string !== '' && keys?.has(string) && repeated.size < MOST_REPEATED) repeated.add(string);
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

/** Past the quote that closes the string that opens at an offset, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
