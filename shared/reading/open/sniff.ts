import type { InputFormat } from '../../domain/media-type.ts';
import { isBlockMarkup } from '../markup/block-markup.ts';
import { type JsonLine, jsonLines, type ParsedJson, parseJson } from './parse-json.ts';
import { rootName } from './root-name.ts';
import { transmissionOf } from './transmission.ts';

/** The kinds of document that are read as text. */
export type TextForm =
  'text' | 'markdown' | 'fragment' | 'page' | 'feed' | 'newsml' | 'newsml1' | 'nitf' | 'xml';

/** A document and its kind. To find the kind of JSON it must be parsed, so the parsed value is kept. */
export type SniffedDocument =
  | { form: TextForm; text: string }
  | { form: 'json'; parsed: ParsedJson }
  | { form: 'ndjson'; lines: JsonLine[] }
  /** A message between computers; `kind` is its name and what the sender can do. */
  | { form: 'transmission'; kind: string };
type DocumentForm = SniffedDocument['form'];
type ExpectedForm = Exclude<DocumentForm, 'transmission'>;

/** The root elements of the documents that are read, by local name in lower case. */
const FORM_OF_ROOT: ReadonlyMap<string, TextForm> = new Map([
  ['rss', 'feed'],
  ['rdf', 'feed'],
  ['feed', 'feed'],
  ['entry', 'feed'],
  ['newsml', 'newsml1'],
  ['newsitem', 'newsml'],
  ['newsmessage', 'newsml'],
  ['packageitem', 'newsml'],
  ['contentset', 'newsml'],
  ['contentmeta', 'newsml'],
  ['nitf', 'nitf'],
  ['html', 'page'],
  ['head', 'page'],
  ['body', 'page'],
]);

/**
 * The kinds of document that are expected for each format of the media type. The first is taken if the text does not
 * show its kind.
 */
const EXPECTED_FORMS: Readonly<Record<InputFormat, readonly ExpectedForm[]>> = {
  text: ['text'],
  markdown: ['markdown'],
  html: ['fragment', 'page'],
  json: ['json'],
  ninjs: ['json'],
  jsonfeed: ['json'],
  ndjson: ['ndjson'],
  feed: ['feed'],
  newsml: ['newsml', 'newsml1'],
  nitf: ['nitf'],
  xml: ['xml', 'feed', 'newsml', 'newsml1', 'nitf'],
  gzip: ['text', 'fragment', 'page', 'json', 'ndjson', 'feed', 'newsml', 'newsml1', 'nitf'],
};

/** The names of the kinds of document, for notes. */
const FORM_NAMES: Readonly<Record<DocumentForm, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  fragment: 'HTML',
  page: 'an HTML page',
  json: 'JSON',
  ndjson: 'JSON lines',
  feed: 'an RSS or Atom feed',
  newsml: 'NewsML-G2',
  newsml1: 'NewsML 1',
  nitf: 'NITF',
  xml: 'XML',
  transmission: 'a transmission',
};

/**
 * Finds out which kind of document a text is. If the beginning of the text shows the kind, the document is of this
 * kind. Otherwise the format of the media type decides. A note reports a kind that the format does not expect.
 * `essence` is the media type without parameters.
 */
export function sniff(
  text: string,
  format: InputFormat,
  essence: string,
): { document: SniffedDocument; notes: string[] } {
  const expected = EXPECTED_FORMS[format];
  const [usual = 'text'] = expected;
  const document = recognised(text, usual) ?? transmission(text) ?? asForm(text, usual);
  if (document.form === 'transmission' || expected.includes(document.form)) return { document, notes: [] };
  const note = `sent as ${essence}, read as ${FORM_NAMES[document.form]} because of its contents`;
  return { document, notes: [note] };
}

function transmission(text: string): SniffedDocument | undefined {
  const kind = transmissionOf(text);
  return kind === undefined ? undefined : { form: 'transmission', kind };
}

function asForm(text: string, form: ExpectedForm): SniffedDocument {
  if (form === 'json') return { form, parsed: parseJson(text) };
  if (form === 'ndjson') return { form, lines: jsonLines(text) };
  return { form, text };
}

/** The document as the kind that the beginning of its text shows. Undefined if the beginning shows no kind. */
function recognised(text: string, usual: DocumentForm): SniffedDocument | undefined {
  const start = text.trimStart().slice(0, 4096);
  if (start.startsWith('<')) {
    const form = formOfMarkup(start, usual) ?? (usual === 'text' ? formOfTextInTags(text) : undefined);
    return form && { form, text };
  }
  return /^[[{]/.test(start) ? recognisedJson(text, usual) : undefined;
}

function formOfMarkup(start: string, usual: DocumentForm): TextForm | undefined {
  if (/^<!doctype\s+html[\s>]/i.test(start)) return 'page';
  const form = FORM_OF_ROOT.get(rootName(start) ?? '');
  if (form !== undefined) return form;
  // XML of another kind is no text to publish. Its rejection names the root element.
  if (/^<\?xml\s/.test(start) && usual !== 'feed' && usual !== 'newsml' && usual !== 'nitf') return 'xml';
  // Read other markup under the media type of an XML feed as that feed: the rejection then says what is wrong.
  return usual === 'json' || usual === 'ndjson' ? 'fragment' : undefined;
}

/** The first tag of an XML document of any kind: it names a namespace or a version. */
const XML_TAG = /^<[\w:.-]{1,60}\s[^<>]{0,2000}(?:xmlns(?::\w{1,40})?|version)\s{0,3}=/;

/** The kind of a document that was sent as plain text and is in tags. */
function formOfTextInTags(text: string): TextForm | undefined {
  if (isBlockMarkup(text)) return 'fragment';
  return XML_TAG.test(text.trimStart().slice(0, 4096)) ? 'xml' : undefined;
}

/**
 * A text that begins with a bracket. If the media type names JSON, any JSON is accepted; otherwise only an object, or a
 * list or lines of objects, because an object is no text to publish even if it is of an unknown kind.
 */
function recognisedJson(text: string, usual: DocumentForm): SniffedDocument | undefined {
  const isDeclared = usual === 'json' || usual === 'ndjson';
  const whole = parseJson(text);
  if (whole.ok) {
    return isDeclared || isObjects(whole.value) ? { form: 'json', parsed: whole } : undefined;
  }
  const { lines, first } = firstLineParsed(text, whole);
  // JSON on the first line alone may be front matter: the story follows it.
  const isList = lines.length === 1 || lines[1]?.text.trimStart().startsWith('{') === true;
  const isLines = first.ok && isObjects(first.value) && (isDeclared || isList);
  if (isLines || usual === 'ndjson') return { form: 'ndjson', lines };
  return usual === 'json' ? { form: 'json', parsed: whole } : undefined;
}

/** Whether a value is an object with members, or a list that begins with one. */
function isObjects(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const isObject = first !== null && typeof first === 'object' && !Array.isArray(first);
  return isObject && Object.keys(first).length > 0;
}

/** The lines of a text that is not JSON as a whole. The first line is parsed, because it may be JSON by itself. */
function firstLineParsed(text: string, whole: ParsedJson): { lines: JsonLine[]; first: ParsedJson } {
  const [line, ...others] = jsonLines(text);
  if (line === undefined) return { lines: [], first: whole };
  const start = line.text.trimStart();
  const first = others.length === 0 ? whole : parseJson(start);
  const parsedText = others.length === 0 ? text : start;
  return { lines: [parsedText === line.text ? { ...line, parsed: first } : line, ...others], first };
}
