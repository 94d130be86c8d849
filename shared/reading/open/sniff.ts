import { type InputFormat } from '../../domain/media-type.ts';
import { jsonFormOf, parseJson } from '../formats/json.ts';

/** What a document is, once its bytes have had their say. */
export type DocumentForm =
  'text' | 'markdown' | 'fragment' | 'page' | 'json' | 'ndjson' | 'feed' | 'newsml' | 'nitf' | 'xml';

export interface Sniffed {
  form: DocumentForm;
  /** What the media type said otherwise, for the record. */
  notes: string[];
}

/** Root elements of the documents that are read, by local name in lower case. */
const ROOTS: Readonly<Record<string, DocumentForm>> = {
  ...{ rss: 'feed', rdf: 'feed', feed: 'feed', entry: 'feed' },
  ...{
    newsitem: 'newsml',
    newsmessage: 'newsml',
    packageitem: 'newsml',
    contentset: 'newsml',
    contentmeta: 'newsml',
  },
  ...{ nitf: 'nitf', html: 'page' },
};

/** Which documents each format may be without contradicting its media type; the first is what it is by default. */
const EXPECTED: Readonly<Record<InputFormat, readonly DocumentForm[]>> = {
  text: ['text'],
  markdown: ['markdown'],
  html: ['fragment', 'page'],
  json: ['json'],
  ninjs: ['json'],
  jsonfeed: ['json'],
  ndjson: ['ndjson'],
  feed: ['feed'],
  newsml: ['newsml'],
  nitf: ['nitf'],
  xml: ['xml', 'feed', 'newsml', 'nitf'],
  gzip: ['text', 'fragment', 'page', 'json', 'ndjson', 'feed', 'newsml', 'nitf'],
};

/** Names of documents as a person reads them. */
const NAMES: Readonly<Record<DocumentForm, string>> = {
  ...{ text: 'plain text', markdown: 'Markdown', fragment: 'HTML', page: 'an HTML page', json: 'JSON' },
  ...{ ndjson: 'JSON lines', feed: 'an RSS or Atom feed', newsml: 'NewsML-G2', nitf: 'NITF', xml: 'XML' },
};

/** What a document declared in `format` really is. The media type decides unless the document's beginning contradicts it. */
export function sniff(text: string, format: InputFormat, essence: string): Sniffed {
  const expected = EXPECTED[format];
  const [usual = 'text'] = expected;
  const form = formOf(text, usual) ?? usual;
  if (expected.includes(form)) return { form, notes: [] };
  return { form, notes: [`sent as ${essence}, read as ${NAMES[form]}, which it is`] };
}

function formOf(text: string, usual: DocumentForm): DocumentForm | undefined {
  const start = text.trimStart().slice(0, 4096);
  if (start.startsWith('<')) return formOfMarkup(start, usual) ?? fragmentIn(text, usual);
  if (!/^[[{]/.test(start)) return usual === 'ndjson' ? 'ndjson' : undefined;
  return formOfJson(text, usual);
}

function formOfMarkup(start: string, usual: DocumentForm): DocumentForm | undefined {
  if (/^<!doctype\s+html[\s>]/i.test(start)) return 'page';
  const root = rootName(start);
  const form = root !== undefined && Object.hasOwn(ROOTS, root) ? ROOTS[root] : undefined;
  if (form !== undefined) return form;
  const isHtml = root === 'head' || root === 'body';
  if (isHtml) return 'page';
  // An XML feed's type over markup that is none of ours: the feed's reader says what is wrong with it.
  return usual === 'json' || usual === 'ndjson' ? 'fragment' : undefined;
}

const BLOCK =
  /^\s*<(p|div|h[1-6]|article|section|main|header|blockquote|figure|ul|ol|dl|table)(?:\s[^<>]*)?>/i;
const CLOSED = /(?:<\/[a-z][\w-]{0,40}|<(?:br|hr|img)[^<>]*|--)>$/i;

/** Plain text that is markup from its first character to its last; prose that speaks of a tag ends in prose. */
function fragmentIn(text: string, usual: DocumentForm): DocumentForm | undefined {
  if (usual !== 'text') return undefined;
  const tag = BLOCK.exec(text)?.[1]?.toLowerCase();
  const isClosed = tag !== undefined && CLOSED.test(text.trimEnd().slice(-500));
  return isClosed && text.toLowerCase().includes(`</${tag}>`) ? 'fragment' : undefined;
}

/** The local name of the first element, past the declaration, comments, instructions and the document type. */
function rootName(start: string): string | undefined {
  let rest = start;
  for (;;) {
    rest = rest.trimStart();
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 2
      : /^<[?!]/.test(rest)
        ? endOfDeclaration(rest)
        : 0;
    if (end <= 1) break;
    rest = rest.slice(end + 1);
  }
  return /^<(?:[\w.-]{1,40}:)?([a-z][\w.-]{0,40})/i.exec(rest)?.[1]?.toLowerCase();
}

/** Where a declaration ends; an internal subset has declarations of its own within brackets. */
function endOfDeclaration(rest: string): number {
  const end = rest.indexOf('>');
  const bracket = rest.indexOf('[');
  if (!/^<!doctype/i.test(rest) || bracket === -1 || bracket > end) return end;
  const close = rest.indexOf(']', bracket);
  return close === -1 ? -1 : rest.indexOf('>', close);
}

/** Text that begins with a bracket is JSON only if it is one of our forms of it; a type that says JSON is believed. */
function formOfJson(text: string, usual: DocumentForm): DocumentForm | undefined {
  const isDeclared = usual === 'json' || usual === 'ndjson';
  const whole = parseJson(text);
  if (whole.ok) return isDeclared || jsonFormOf(whole.value) !== undefined ? 'json' : undefined;
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  const line = first.length < text.trim().length ? parseJson(first) : whole;
  const isLines = line.ok && (usual === 'ndjson' || jsonFormOf(line.value) !== undefined);
  return isLines ? 'ndjson' : isDeclared ? usual : undefined;
}
