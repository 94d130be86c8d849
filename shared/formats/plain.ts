import { Parser } from 'htmlparser2';
import { lineOfText } from '../domain/text.ts';
import { escapeHtml } from './element.ts';

/** Elements that do not end a word. Every other element separates the text before it from the text after it. */
const INLINE = new Set(
  (
    'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb s samp small span strong sub sup time u var wbr ' +
    'ruby'
  ).split(' '),
);

/** The parser gets this many UTF-16 units at a time, so that a long text is not read to its end for its beginning. */
const PIECE = 2000;

/**
 * The text of HTML as a person reads it, on one line. Reading ends when the text has more than `enough` characters.
 */
export function textOfHtml(html: string, enough = Infinity): string {
  let text = '';
  const read = (piece: string): void => {
    const folded = piece.replace(/\s+/g, ' ');
    text += text === '' || text.endsWith(' ') ? folded.trimStart() : folded;
  };
  const separate = (name: string): void => {
    if (!INLINE.has(name)) read(' ');
  };
  const parser = new Parser({
    onopentag: separate,
    onclosetag: separate,
    ontext(data) {
      if (text.length <= enough) read(data);
    },
  });
  for (let at = 0; at < html.length && text.length <= enough; at += PIECE)
    parser.write(html.slice(at, at + PIECE));
  if (text.length <= enough) parser.end();
  return lineOfText(text);
}

/** The text as one line; undefined if it is absent or blank. */
export function optionalLine(text: string | undefined): string | undefined {
  return (text === undefined ? '' : lineOfText(text)) || undefined;
}

/** The largest length of an excerpt in UTF-16 units, unless the caller gives another length. */
const LONGEST_EXCERPT = 300;
/**
 * An excerpt is cut at its last space, if this space is among this many last UTF-16 units of the excerpt. Otherwise
 * the excerpt is cut between two characters.
 */
const SEARCHED_FOR_SPACE = 60;

/**
 * The beginning of a text, at most `length` UTF-16 units including the ellipsis. It is cut between words if the
 * script has spaces, otherwise between characters as people see them (grapheme clusters of UAX 29).
 */
export function excerpt(text: string, length = LONGEST_EXCERPT): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length - 1);
  const cut = space >= Math.max(1, length - SEARCHED_FOR_SPACE) ? space : characterBoundary(text, length - 1);
  return `${text.slice(0, cut).trimEnd()}…`;
}

function characterBoundary(text: string, limit: number): number {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.slice(0, limit + 64));
  const start = segments.containing(limit)?.index ?? limit;
  // A cluster that fills the whole excerpt is not a character that people use: cut it between two code points.
  if (start > 0) return start;
  return /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit;
}

/** Whether a program that reads the text as HTML shows the same as a program that reads it as plain text. */
function readsAlike(text: string): boolean {
  let shown = '';
  const parser = new Parser({ ontext: (data) => (shown += data) });
  parser.end(text);
  return shown === text && !/<[A-Za-z/!?]/.test(text);
}

/**
 * Plain text for an RSS element that some programs read as plain text and others as HTML. RSS 2.0 does not say what a
 * title is, and the Best Practices Profile ("Character Data") only says how plain text is encoded. Nearly all titles
 * mean the same in both readings and are written as they are. All other titles, such as `use <b> or &amp;`, are
 * written as HTML: programs that read HTML show them correctly, and programs that read plain text show references
 * such as `&lt;`. If they were written as plain text, programs that read HTML would leave words out.
 */
export function textEitherWay(text: string): string {
  return readsAlike(text) ? text : escapeHtml(text);
}
