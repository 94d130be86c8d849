import { legalText } from '../domain/text.ts';

/** An XML element as data: nested elements, or text. Attributes that are undefined are left out. */
export interface Element {
  name: string;
  attributes?: Record<string, string | number | undefined>;
  content?: readonly Element[] | string;
}

/** Prefixes of what stands beside the core of RSS and Atom; declared once, on the root. */
export const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
} as const;

/**
 * The choke point for all character data and attribute values that we write. The references are hexadecimal because
 * that form of plain text is read correctly by the most aggregators (RSS Best Practices Profile, "Character Data");
 * white space other than the blank would not survive attribute value normalisation (XML 1.0 section 3.3.3).
 */
export function escapeXml(text: string): string {
  return legalText(text).replace(
    /[&<>"\t\n\r]/g,
    (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

/** Text as HTML that shows it. Nothing more needs escaping where no attribute is meant. */
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

/** Writes elements one a line, each line begun with a line end and `indent`. */
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
