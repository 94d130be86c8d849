import { type Element, isTag } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { textIn, wordsIn } from '../../shared/reading/body/lost-words.ts';

/**
 * The words of each item of a document, found in another way than the reader finds them: each field is a list of
 * words. Undefined for a document whose items this simple reading does not know.
 */
export function sourceWords(text: string): string[][][] | undefined {
  const start = text.trimStart()[0];
  const items =
    start === '{' || start === '[' ? itemsOfJson(text) : start === '<' ? itemsOfXml(text) : [[text]];
  return items?.map((fields) => fields.map(wordsIn));
}

const FEED_ITEMS = new Set(['item', 'entry']);
const NEWS_ITEMS = new Set(['newsitem', 'nitf']);
const FEED_FIELDS = new Set(['title', 'description', 'summary', 'content', 'content:encoded', 'fullitem']);
const NEWS_FIELDS = new Set(['headline', 'hl1', 'abstract', 'body.content', 'inlinedata']);

function itemsOfXml(text: string): string[][] | undefined {
  const { children } = parseDocument(text, { xmlMode: true });
  const root = children.find(isTag);
  if (root === undefined || /^html$/i.test(root.name)) return undefined;
  const named = (names: ReadonlySet<string>) => findAll(({ name }) => names.has(localName(name)), children);
  const news = named(NEWS_ITEMS).filter(
    ({ parent }) => !(parent && isTag(parent) && within(parent, NEWS_ITEMS)),
  );
  if (news.length > 0)
    return news.map((item) => fieldsOf(findAll((one) => isField(one, NEWS_FIELDS), [item])));
  const items = named(FEED_ITEMS);
  return items.length === 0
    ? undefined
    : items.map((item) => fieldsOf(item.children.filter(isTag).filter((one) => isField(one, FEED_FIELDS))));
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
const isField = ({ name }: Element, names: ReadonlySet<string>): boolean =>
  names.has(name.toLowerCase()) || (names.has(localName(name)) && /^(?:atom|a|nitf):/i.test(name));

function within(element: Element, names: ReadonlySet<string>): boolean {
  if (names.has(localName(element.name))) return true;
  return element.parent !== null && isTag(element.parent) && within(element.parent, names);
}

/** The text of each field. Markup that is written as text is read as markup, and base64 of Atom is decoded. */
function fieldsOf(elements: readonly Element[]): string[] {
  return elements.map((element) => {
    const { mode = '', type = '' } = element.attribs;
    const written = element.children.some(isTag) ? blockText(element) : textContent(element);
    const isBase64 = /^base64$/i.test(mode) || type === 'application/octet-stream';
    const text = isBase64 ? Buffer.from(written, 'base64').toString('utf8') : written;
    const isPlain = /^(?:text|text\/plain)$/i.test(type);
    return (isPlain ? text : textIn(text)).replace(/<!\[CDATA\[/g, ' ');
  });
}

/** The text of an element with a space between the texts of its elements. */
const blockText = (element: Element): string =>
  element.children.map((node) => (isTag(node) ? blockText(node) : textContent(node))).join(' ');

const JSON_FIELDS = /^(?:title|summary|content_html|content_text|headline|description_text|body_\w+)$/;
const JSON_VALUES = /^(?:headlines|descriptions|bodies)$/i;

function itemsOfJson(text: string): string[][] | undefined {
  const value = jsonOf(text);
  if (value === undefined) return undefined;
  const items = Array.isArray(value) ? value : Array.isArray(value['items']) ? value['items'] : [value];
  return items.map((item) =>
    Object.entries(objectOf(item)).flatMap(([name, field], _, all) => {
      // JSON Feed: the same text, once as HTML and once as plain text.
      if (name === 'content_text' && all.some(([other]) => other === 'content_html')) return [];
      if (JSON_FIELDS.test(name) && typeof field === 'string') return [textIn(field)];
      if (!JSON_VALUES.test(name) || !Array.isArray(field)) return [];
      return field.map((one) => {
        const { value } = objectOf(one);
        return typeof value === 'string' ? textIn(value) : '';
      });
    }),
  );
}

function jsonOf(text: string): Record<string, unknown> | unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : objectOf(value);
  } catch {
    return undefined;
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {};
