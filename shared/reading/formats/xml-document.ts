import { type ChildNode, type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import type { Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import { rejected } from '../draft/draft.ts';
import { AS_SHOWN, textOfNodes, type TextRule } from '../markup/text-of-markup.ts';
import { withDeclaredCharacters } from './declared-characters.ts';
import { XmlStop } from './xml-stop.ts';

/**
 * The largest number of levels of elements within elements. News documents have less than 30, XHTML in feeds less
 * than 40.
 */
export const MAX_XML_LEVELS = 100;

export type XmlDocument = Result<{ root: Element }, { rejection: Rejection }>;

/** Parses a well-formed document into a tree. Rejections: XML_ILLFORMED, XML_TRUNCATED, XML_ENTITY, XML_TOO_DEEP. */
export function parseXml(written: string): XmlDocument {
  const text = withDeclaredCharacters(written);
  const fault = faultOf(text);
  if (fault) return rejected(fault.code, fault.message);
  const root = parseDocument(text, { xmlMode: true }).children.find(isTag);
  return root === undefined ? rejected('XML_ILLFORMED', 'no root element') : { ok: true, root };
}

/** The first fault of a document. */
function faultOf(text: string): XmlStop | undefined {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let isEnding = false;
  parser.on('error', ({ message }) => {
    throw new XmlStop(isEnding ? 'XML_TRUNCATED' : 'XML_ILLFORMED', message);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) throw new XmlStop('XML_ENTITY', 'the DOCTYPE declares entities');
  });
  parser.on('opentag', () => {
    if (++depth > MAX_XML_LEVELS) throw new XmlStop('XML_TOO_DEEP', `more than ${MAX_XML_LEVELS} levels`);
  });
  parser.on('closetag', () => depth--);
  try {
    parser.write(text);
    isEnding = true;
    parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof XmlStop) return error;
    throw error;
  }
}

/** An element's name without its prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The child elements with this local name. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).filter((node): node is Element => isTag(node) && localName(node) === name);
}

/** The element to which a path of local names leads. On each level, the first element with the name is taken. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((found, name) => childrenOf(found, name)[0], element);
}

/** The first descendant with this local name, in document order. */
export function within(element: Element | undefined, name: string): Element | undefined {
  for (const node of element?.children ?? []) {
    if (!isTag(node)) continue;
    const found = localName(node) === name ? node : within(node, name);
    if (found) return found;
  }
  return undefined;
}

/** Elements of struck text. In XML their names may have a prefix. */
const STRUCK = new Set(['del', 's', 'strike']);
const LINE: TextRule = {
  separates: AS_SHOWN.separates,
  omits: ({ name, attribs }) =>
    STRUCK.has(name.slice(name.indexOf(':') + 1)) || AS_SHOWN.omits?.({ name: 'span', attribs }) === true,
};

/** The text of a node on one line, without struck and hidden text; undefined if it has none. */
export function lineIn(node: ChildNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  return textOfNodes([node], LINE).replace(/\s+/gu, ' ').trim() || undefined;
}
