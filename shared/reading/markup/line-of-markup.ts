import { lineOfText } from '../../domain/text.ts';
import { withoutCdata } from './cdata.ts';
import { AS_SHOWN, AS_WRITTEN, textOfMarkup } from './text-of-markup.ts';

/**
 * One line of text from a field such as a title, a name or a tag. Senders write tags into titles as markup
 * (`<b>Ferry</b> sails`) and as words (`How the <dialog> element works`). An element that holds text is markup; an
 * element that is opened and holds nothing is a word.
 */

/** Elements that a person uses to format a title. An empty one is a remnant of an editor. */
const FORMATTING = words('b i em strong u s a span font small big sub sup mark q cite code abbr center');
/** Elements whose end tag may be missing (HTML Standard, "optional tags"), and other blocks. */
const BLOCKS = words('p li dd dt tr td th div h1 h2 h3 h4 h5 h6 hr section article');
const BREAKS = words('br wbr');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** A tag of an element, or what an HTML parser takes for one, such as an address in angle brackets. */
const TAG = /<(\/?)([a-z][^\s<>/]{0,60})([^<>]*)>/gi;
/** Declarations and processing instructions, which a parser would leave out. */
const DECLARATION = /<(?=!(?!--)|\?)/g;

/** A sign before another one or before the end of the title begins no tag: `When a<b and b<c`. */
const WITHOUT_END = /<(?!!--)(?=[^<>]*(?:<|$))/g;

/** A title with `&lt;` for each `<` that begins a word and not markup. */
function withWordsEscaped(html: string): string {
  const text = html.replace(DECLARATION, '&lt;').replace(WITHOUT_END, '&lt;');
  const ends = new Map<string, number>();
  for (const [, slash, name = ''] of text.matchAll(TAG))
    if (slash !== '') ends.set(name.toLowerCase(), (ends.get(name.toLowerCase()) ?? 0) + 1);
  const open = new Map<string, number>();
  /** The end of an element that holds nothing: its end tag is a part of the same word. */
  let emptyUntil = 0;
  /** The end of the tags with which the title begins. */
  let leading = text.length - text.trimStart().length;
  return text.replace(TAG, (tag: string, slash: string, written: string, rest: string, at: number) => {
    const name = written.toLowerCase();
    const before = text[at - 1] ?? ' ';
    const after = text[at + tag.length] ?? ' ';
    const word = `&lt;${tag.slice(1)}`;
    if (slash !== '') {
      ends.set(name, (ends.get(name) ?? 1) - 1);
      const opened = open.get(name) ?? 0;
      open.set(name, Math.max(0, opened - 1));
      const standsAlone = /[\s("'“‘«]/.test(before) && /[\s)"'”’».,:;!?]/.test(after);
      return at < emptyUntil || (opened === 0 && standsAlone) ? word : tag;
    }
    if (BREAKS.has(name)) return tag;
    if ((ends.get(name) ?? 0) > (open.get(name) ?? 0) && !rest.endsWith('/')) {
      const end = EMPTY.exec(text.slice(at + tag.length, at + tag.length + 100));
      const isEmpty = end?.[1]?.toLowerCase() === name && !FORMATTING.has(name) && !BLOCKS.has(name);
      if (isEmpty) emptyUntil = at + tag.length + end[0].length;
      open.set(name, (open.get(name) ?? 0) + 1);
      return isEmpty ? word : tag;
    }
    const isKnown = FORMATTING.has(name) || BLOCKS.has(name);
    const beginsTitle = isKnown && at === leading && !/\s/.test(after);
    const isBetween = BLOCKS.has(name) && !(/\s/.test(before) && /\s/.test(after));
    const isTag = rest.includes('=') || beginsTitle || isBetween;
    if (isTag && at === leading) leading = at + tag.length;
    return isTag ? tag : word;
  });
}
const EMPTY = /^\s*<\/([a-z][^\s<>/]{0,60})\s*>/i;

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;
/** How often a reference is escaped by mistake: `&amp;amp;#39;`. */
const MOST_TIMES = 2;

/** A line with the references in it replaced by their characters, also if they were escaped once too often. */
function withoutReferences(text: string): string {
  let read = text;
  for (let times = 0; times < MOST_TIMES && read.includes('&'); times++)
    read = read.replace(REFERENCE, (reference) => textOfMarkup(reference, AS_WRITTEN));
  return read;
}

/** Whether a text is HTML, for formats that do not say so: it has a tag, a comment or a character reference. */
export function isMarkup(text: string): boolean {
  return /<(?:[a-z!]|\/[a-z])|&(?:#\d|#x[\da-f]|[a-z]\w{0,30};)/i.test(text);
}

/** A title, a name or a tag on one line. In plain text, tags are words, and only references are read. */
export function lineOfField(value: string, type: 'text' | 'html' = 'html'): string {
  const text = withoutCdata(value);
  if (!isMarkup(text)) return lineOfText(text);
  const shown = type === 'text' ? text : textOfMarkup(withWordsEscaped(text), AS_SHOWN);
  return lineOfText(withoutReferences(shown));
}

/** A longer text on one line, such as a summary. All tags in HTML are markup. */
export function lineOfMarkup(value: string, type: 'text' | 'html'): string {
  const text = withoutCdata(value);
  if (!isMarkup(text)) return lineOfText(text);
  return lineOfText(withoutReferences(type === 'text' ? text : textOfMarkup(text, AS_SHOWN)));
}
