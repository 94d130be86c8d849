import type { InputFormat } from '../../domain/media-type.ts';

/**
 * What servers write before and after a document: messages of PHP, blank lines, a byte order mark, comments, the length
 * of the response, a guard before JSON. It is left out, and a note quotes it.
 */

/** How far the beginning of a document is searched for. */
const HEAD_CHARACTERS = 16_384;
const QUOTED_CHARACTERS = 70;

export const XML_FORMATS: ReadonlySet<InputFormat> = new Set(['feed', 'xml', 'newsml', 'nitf']);
const JSON_FORMATS: ReadonlySet<InputFormat> = new Set(['json', 'ninjs', 'jsonfeed']);

/** A message of PHP, as HTML or as plain text: `Warning: … in /srv/feed.php on line 3`. */
const PHP_MESSAGE =
  /\s*(?:<br ?\/?>\s*)?(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Fatal|Parse|Catchable fatal|Recoverable fatal) error)(?:<\/b>)?: [^\n]{1,1000}? in (?:<b>)?[^\s<]{0,200}[./\\][^\s<]{1,200}(?:<\/b>)? on line (?:<b>)?\d{1,7}(?:<\/b>)?(?:<br ?\/?>)?(?=[\s<{[]|$)\s*/iy;

/** Where an XML document begins: with its declaration, its document type or its root element. */
const XML_START =
  /<\?xml[\s?]|<!doctype\s+(?!html[\s>])[\w:]|<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|entry|newsml|newsitem|newsmessage|packageitem|contentset|contentmeta|nitf)(?=[\s>/])/i;

/** Elements that servers write around a document, in messages, and scripts of hosts and caches. */
const SERVER_ELEMENTS = new Set(
  'br b i em strong p div span pre code font table thead tbody tr th td a hr small u h1 h2 h3 ul li script noscript'.split(
    ' ',
  ),
);

const INVISIBLE = /[\s\uFEFF\u200B]/g;

/** The text with spaces instead of comments, so that offsets stay the same. */
const withoutComments = (text: string): string =>
  text.replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length));

const isOfServer = (text: string): boolean =>
  [...text.matchAll(/<[/!?]?([a-z][\w:-]{0,60})/gi)].every(([, name = '']) =>
    SERVER_ELEMENTS.has(name.toLowerCase()),
  );

function leftOut(where: 'before' | 'after', text: string): string[] {
  const quoted = text.replace(INVISIBLE, ' ').trim().replace(/ {2,}/g, ' ');
  if (quoted === '') return [];
  const short = quoted.length > QUOTED_CHARACTERS ? `${quoted.slice(0, QUOTED_CHARACTERS)}…` : quoted;
  return [`what stood ${where} the document was left out: ${short}`];
}

export interface Document {
  text: string;
  notes: string[];
}

/** The document without what stands around it. Text that may be a part of the document stays. */
export function withoutSurroundings(text: string, format: InputFormat): Document {
  const start = endOfMessages(text);
  const inner = text.slice(start);
  const { text: document, notes } = XML_FORMATS.has(format)
    ? xmlIn(inner)
    : JSON_FORMATS.has(format)
      ? jsonIn(inner)
      : xmlAfterBlank(inner);
  return { text: document, notes: [...leftOut('before', text.slice(0, start)), ...notes] };
}

/** Where the messages of PHP at the beginning of a text end; 0 if there are none. */
function endOfMessages(text: string): number {
  let end = 0;
  for (;;) {
    PHP_MESSAGE.lastIndex = end;
    if (!PHP_MESSAGE.test(text)) return end;
    end = PHP_MESSAGE.lastIndex;
  }
}

/** A document that was not sent as XML, but begins with an XML declaration after blank lines. */
function xmlAfterBlank(text: string): Document {
  const blank = /^[\s\uFEFF\u200B]+(?=<\?xml\s)/i.exec(text)?.[0] ?? '';
  return { text: text.slice(blank.length), notes: [] };
}

function xmlIn(text: string): Document {
  const head = withoutComments(text.slice(0, HEAD_CHARACTERS));
  const start = XML_START.exec(head)?.index;
  if (start === undefined) return { text, notes: [] };
  const before = text.slice(0, start);
  const isDeclared = /^<\?xml/i.test(head.slice(start));
  const isBlank = head.slice(0, start).replace(INVISIBLE, '') === '';
  // Comments may stand before the root element, but nothing may stand before an XML declaration.
  const isCut = isDeclared || !isBlank ? isOfServer(head.slice(0, start)) : before.trim() === '';
  const { text: document, notes } = withOneDeclaration(isCut ? text.slice(start) : text);
  const after = tailOf(document, head);
  return {
    text: after === '' ? document : document.slice(0, -after.length),
    notes: [...(isCut ? leftOut('before', before) : []), ...notes, ...leftOut('after', after)],
  };
}

/** The document with only the first of several XML declarations. */
function withOneDeclaration(text: string): Document {
  const first = /^<\?xml\s[^<>]{0,200}\?>/i.exec(text)?.[0];
  const others = first === undefined ? '' : (MORE_DECLARATIONS.exec(text.slice(first.length))?.[0] ?? '');
  if (first === undefined || others === '') return { text, notes: [] };
  return {
    text: first + text.slice(first.length + others.length),
    notes: ['a second XML declaration was left out'],
  };
}
const MORE_DECLARATIONS = /^\s*<\?xml\s[^<>]{0,200}\?>/i;

/** What stands after the end of the root element. Empty if it may be a document or an item of its own. */
function tailOf(document: string, head: string): string {
  const root = ROOT.exec(head)?.[1];
  const tag = root === undefined ? -1 : document.lastIndexOf(`</${root}`);
  const end = tag === -1 ? -1 : document.indexOf('>', tag);
  const after = end === -1 ? '' : document.slice(end + 1);
  if (after.length > HEAD_CHARACTERS || after.trim() === '') return '';
  const shown = withoutComments(after).replace(/<\?[^]*?\?>/g, '');
  const isNoise = shown.trim() !== '' && isOfServer(shown.replace(/<\/(?:html|body)\s*>/gi, ''));
  return isNoise ? after : '';
}
const ROOT = new RegExp(
  `<((?:[\\w.-]{1,40}:)?(?:rss|rdf|feed|entry|newsml|newsitem|newsmessage|nitf))(?=[\\s>/])`,
  'i',
);

/** JSON after a guard (`)]}'`), a length, a comment or the name of a function (JSONP), and before what follows it. */
function jsonIn(text: string): Document {
  const start = text.slice(0, HEAD_CHARACTERS).search(/[[{]/);
  if (start === -1) return { text, notes: [] };
  const before = text.slice(0, start);
  const isOwn = before.includes('"');
  const inner = isOwn ? text : text.slice(start);
  const end = Math.max(inner.lastIndexOf('}'), inner.lastIndexOf(']')) + 1;
  const after = inner.slice(end);
  // After JSON that was cut off there is a part of a member, which has a quotation mark.
  const isCut = end > 0 && !after.includes('"') && !/[[{]/.test(after);
  return {
    text: isCut ? inner.slice(0, end) : inner,
    notes: [...(isOwn ? [] : leftOut('before', before)), ...(isCut ? leftOut('after', after) : [])],
  };
}

/** Where the XML declaration of a document begins, after what a server wrote before it. Undefined without one. */
export function startOfDeclaration(bytes: Uint8Array, format: InputFormat): number | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_CHARACTERS));
  const start = /<\?xml\s/i.exec(head)?.index;
  if (start === undefined) return undefined;
  const before = head.slice(0, start).replace(/^ï»¿/, '');
  const isBeginning = before.trim() === '' || endOfMessages(before) === before.length;
  return isBeginning || (XML_FORMATS.has(format) && isOfServer(withoutComments(before))) ? start : undefined;
}
