import { legalText } from '../domain/text.ts';

/** An XML element as data: its content is elements or text. Attributes that are undefined are not written. */
export interface Element {
  name: string;
  attributes?: Record<string, string | number | undefined>;
  content?: readonly Element[] | string;
}

/** Namespaces of the modules, by prefix. The root element declares them once. */
export const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
} as const;

/**
 * Escapes text for elements and attributes. All text and all attribute values that this folder writes without the
 * library `feed` pass through this function. The references are hexadecimal, because most aggregators read plain text
 * correctly in this form (RSS Best Practices Profile, "Character Data"). Tabs and line ends are escaped too, because
 * an XML parser would turn them into spaces in an attribute (XML 1.0 section 3.3.3).
 */
export function escapeXml(text: string): string {
  return legalText(text).replace(
    /[&<>"\t\n\r]/g,
    (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

/** Escapes text as HTML, for the content of elements and not for attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A start tag. */
export function startTag({ name, attributes = {} }: Element, close = '>'): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`);
  return `<${name}${written.join('')}${close}`;
}

/** Writes each element on a line of its own, after a line end and `indent`. */
export function writeElements(elements: readonly Element[], indent: string): string {
  return elements.map((element) => `\n${indent}${writeElement(element, indent)}`).join('');
}

function writeElement(element: Element, indent: string): string {
  const { name, content = '' } = element;
  if (content.length === 0) return startTag(element, '/>');
  const inner =
    typeof content === 'string'
      ? escapeXml(content)
      : `${writeElements(content, `${indent}    `)}\n${indent}`;
  return `${startTag(element)}${inner}</${name}>`;
}
