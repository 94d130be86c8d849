import { AS_SHOWN, textOfMarkup } from './text-of-markup.ts';
import { BLOCK_LEVEL, RAW_TEXT, VOID_ELEMENTS } from './element-kinds.ts';

/** Markup whose elements hide no more of the text than their author meant. */
export interface Closed {
  html: string;
  /** Text after a comment without an end. A browser does not show it. */
  removed: string[];
  notes: string[];
}

/** Elements whose end tag may be left out (HTML Standard 13.1.2.4). `<li/>` begins a list item there, like `<li>`. */
const END_IS_OPTIONAL = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup rt rp html head body colgroup plaintext'.split(' '),
);

/** Elements that are removed with their contents. Without an end tag they would take the rest of the article along. */
const SWALLOWS = new Set('select button canvas noscript template video audio datalist'.split(' '));

/** Tags at which an element that swallows text ends, if its own end tag is missing. */
const STARTS_TEXT = /^(?:p|div|h[1-6]|article|section|main|header|ul|ol|table|blockquote|figure|body)$/;

/** The start of a tag or of a comment. */
const NAMED = /<(\/?)([a-z][a-z\d:_-]*)(?=[\s/>])|<!--/gi;
/** The rest of a tag: its attributes and its end. The characters of the alternatives differ, so it takes linear time. */
const ATTRIBUTES = /(?:"[^"]*"|'[^']*'|[^'">])*>/y;
const COMMENT_END = /--!?>/g;

/**
 * What only markup has that this file changes: a tag that is closed in itself, a comment, an element that swallows
 * text, or an end tag before a word. Most markup of content systems has none of these and need not be read twice.
 */
const MAY_NEED_AN_END = new RegExp(
  String.raw`/>|<!--|<(?:${[...SWALLOWS, ...RAW_TEXT, 'svg', 'math'].join('|')})(?![a-z\d-])|</br|</[a-z][^<>]*>(?![\s<]|$)`,
  'i',
);

/** The positions of the tags of one element name that have no end tag yet. */
interface Open {
  written: number[];
  selfClosed: number[];
}

/**
 * Adds the end tags that an author left out. `<canvas id="x"/>` is an empty element in XHTML; in HTML, it contains
 * the rest of the document. The element is empty if its own end tag does not follow. An element that swallows text and
 * has no end tag ends before the next paragraph. A `<br></br>` is one line break. Takes linear time.
 */
export function closed(html: string): Closed {
  if (!MAY_NEED_AN_END.test(html)) return { html, removed: [], notes: [] };
  // `plaintext` has no end in HTML.
  const ended = html.replace(/(<br\b[^<>]*)><\/br\s*>/gi, '$1>').replace(/<plaintext\b[^<>]*\/>/gi, '');
  return new Closing(ended).run();
}

class Closing {
  private readonly open = new Map<string, Open>();
  private readonly insertions: { at: number; text: string }[] = [];
  /** Where a tag begins that starts a paragraph, in ascending order. */
  private readonly starts: number[] = [];
  private readonly unended: { at: number; name: string }[] = [];
  /** The last result of each search. Positions only grow, so most searches need not be repeated. */
  private readonly found = new Map<string, number>();
  private readonly html: string;
  private end: number;

  constructor(html: string) {
    this.html = html;
    this.end = html.length;
  }

  run(): Closed {
    const named = new RegExp(NAMED);
    for (let match = named.exec(this.html); match !== null; match = named.exec(this.html)) {
      const next = this.read(match, named.lastIndex);
      if (next === undefined) break;
      named.lastIndex = next;
    }
    for (const [name, { written, selfClosed }] of this.open) {
      for (const at of selfClosed) this.insertions.push({ at, text: `</${name}>` });
      if (SWALLOWS.has(name)) for (const at of written) this.closeBeforeText(name, at);
    }
    return this.result();
  }

  /** Reads one tag or comment. Returns where the search goes on; undefined to end it. */
  private read([, slash, written = '']: RegExpExecArray, after: number): number | undefined {
    if (written === '') return this.afterComment(after);
    const name = written.toLowerCase();
    const start = after - written.length - (slash === '' ? 1 : 2);
    ATTRIBUTES.lastIndex = after;
    const attributes = ATTRIBUTES.exec(this.html)?.[0];
    if (attributes === undefined) return undefined;
    const at = after + attributes.length;
    if (VOID_ELEMENTS.has(name)) return at;
    if (slash !== '') this.close(name, start, at);
    else {
      if (STARTS_TEXT.test(name)) this.starts.push(start);
      if (RAW_TEXT.has(name)) return this.afterRaw(name, attributes, at);
      // Inside a drawing or formula, the parser knows empty elements.
      const isSelfClosed = attributes.endsWith('/>');
      if ((name === 'svg' || name === 'math') && !isSelfClosed) return this.endOf(name, at) ?? at;
      if (!END_IS_OPTIONAL.has(name)) this.opened(name)[isSelfClosed ? 'selfClosed' : 'written'].push(at);
    }
    return at;
  }

  private opened(name: string): Open {
    const known = this.open.get(name);
    if (known !== undefined) return known;
    const none: Open = { written: [], selfClosed: [] };
    this.open.set(name, none);
    return none;
  }

  private close(name: string, start: number, at: number): void {
    const known = this.open.get(name);
    const isClosing = known?.written.pop() !== undefined || known?.selfClosed.pop() !== undefined;
    if (isClosing || !BLOCK_LEVEL.has(name) || END_IS_OPTIONAL.has(name)) return;
    // Nothing ends here, so the parser would join the words on both sides.
    const isBetweenWords = /[^\s>]/.test(this.html[start - 1] ?? ' ') && /[^\s<]/.test(this.html[at] ?? ' ');
    if (isBetweenWords) this.insertions.push({ at, text: '<br>' });
  }

  private afterComment(after: number): number | undefined {
    // `<!-->` and `<!--->` are whole comments.
    COMMENT_END.lastIndex = after - 2;
    const match = COMMENT_END.exec(this.html);
    if (match !== null) return COMMENT_END.lastIndex;
    this.end = after - 4;
    return undefined;
  }

  /** Reads an element with raw text. If it has no end tag, it gets one. */
  private afterRaw(name: string, attributes: string, at: number): number {
    const end = this.endOf(name, at);
    if (!attributes.endsWith('/>')) {
      if (end === undefined) this.unended.push({ at, name });
      return end ?? at;
    }
    const next = this.next(`<${name}`, at) ?? Infinity;
    if (end !== undefined && end < next) return end;
    this.insertions.push({ at, text: `</${name}>` });
    return at;
  }

  private endOf(name: string, from: number): number | undefined {
    return this.next(`</${name}`, from);
  }

  /** Where a tag begins that has this beginning; undefined if there is none after `from`. */
  private next(beginning: string, from: number): number | undefined {
    const known = this.found.get(beginning) ?? -1;
    if (known < from) {
      const tag = new RegExp(String.raw`${beginning}(?=[\s/>])`, 'gi');
      tag.lastIndex = from;
      this.found.set(beginning, tag.exec(this.html)?.index ?? Infinity);
    }
    const at = this.found.get(beginning) ?? Infinity;
    return at === Infinity ? undefined : at;
  }

  private closeBeforeText(name: string, after: number): void {
    const at = this.starts[firstFrom(this.starts, after)];
    if (at !== undefined) this.insertions.push({ at, text: `</${name}>` });
  }

  private result(): Closed {
    for (const { at, name } of this.unended) this.closeBeforeText(name, at);
    let html = '';
    let from = 0;
    for (const { at, text } of this.insertions.toSorted((a, b) => a.at - b.at)) {
      html += this.html.slice(from, at) + text;
      from = at;
    }
    html += this.html.slice(from, this.end);
    const hidden = this.html.slice(this.end + 4);
    if (this.end === this.html.length) return { html, removed: [], notes: [] };
    return {
      html,
      removed: [textOfMarkup(hidden, AS_SHOWN).trim()],
      notes: ['a comment without an end hides the rest of the text'],
    };
  }
}

/** Index of the first number that is not less than `least`; the numbers are in ascending order. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
