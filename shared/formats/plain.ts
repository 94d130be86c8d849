import { Parser } from 'htmlparser2';
import { lineOfText } from '../domain/text.ts';
import { escapeHtml } from './element.ts';

/** Elements that do not end a word: the text before and after them reads on. Any other tag separates. */
const INLINE = new Set(
  (
    'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb s samp small span strong sub sup time u var wbr ' +
    'ruby'
  ).split(' '),
);

/** What a person would read of HTML, as plain text on one line; reading ends once `enough` characters are there. */
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
      read(data);
      if (text.length > enough) parser.pause();
    },
  });
  parser.end(html);
  return lineOfText(text);
}

/** A line of text, or undefined where nothing is left of it. */
export function optionalLine(text: string | undefined): string | undefined {
  return (text === undefined ? '' : lineOfText(text)) || undefined;
}

const EXCERPT_LENGTH = 300;
/** How far back to look for the end of a word before cutting between characters, as in text without blanks. */
const LONGEST_WORD = 60;

/**
 * The beginning of a text: at most `length` UTF-16 units with the ellipsis, cut between words where the script has
 * blanks, else between characters as readers see them (UAX 29 grapheme clusters).
 */
export function excerpt(text: string, length = EXCERPT_LENGTH): string {
  if (text.length <= length) return text;
  const blank = text.lastIndexOf(' ', length - 1);
  const cut = blank >= Math.max(1, length - LONGEST_WORD) ? blank : characterBoundary(text, length - 1);
  return `${text.slice(0, cut).trimEnd()}…`;
}

function characterBoundary(text: string, limit: number): number {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.slice(0, limit + 64));
  const start = segments.containing(limit)?.index ?? limit;
  // A cluster that fills the whole excerpt is no character anybody reads: cut it between code points.
  if (start > 0) return start;
  return /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit;
}

/** Whether a reader that takes the text for HTML shows the same as one that takes it for text. */
function readsAlike(text: string): boolean {
  let shown = '';
  const parser = new Parser({ ontext: (data) => (shown += data) });
  parser.end(text);
  return shown === text && !/<[A-Za-z/!?]/.test(text);
}

/**
 * Plain text for an RSS element that some readers take for text and others for HTML. RSS 2.0 does not say which a
 * title is, and the Best Practices Profile ("Character Data") only how plain text is encoded. Nearly all titles read
 * the same both ways and are written as they are. The rest, such as `use <b> or &amp;`, go out as HTML: whoever reads
 * HTML sees them right, and whoever does not sees the references; in the other form the former would lose words.
 */
export function textEitherWay(text: string): string {
  return readsAlike(text) ? text : escapeHtml(text);
}
