import { type ChildNode, type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import type { Rejection } from '../../domain/outcome.ts';

/** Elements within elements. News documents stay below 30. */
const MAX_DEPTH = 100;

export type XmlDocument = { ok: true; root: Element } | { ok: false; rejection: Rejection };

const refuse = (code: Rejection['code'], detail: string): XmlDocument => ({
  ok: false,
  rejection: { code, detail },
});

/** Ends the check at the first fault. */
class Fault extends Error {
  readonly code: Rejection['code'];
  constructor(code: Rejection['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** A namespace-well-formed document as a tree; refused with XML_ILLFORMED, _TRUNCATED, _ENTITY or _TOO_DEEP. */
export function parseXml(text: string): XmlDocument {
  const fault = faultOf(text);
  if (fault) return refuse(fault.code, fault.message);
  const root = parseDocument(text, { xmlMode: true }).children.find(isTag);
  return root === undefined ? refuse('XML_ILLFORMED', 'no root element') : { ok: true, root };
}

function faultOf(text: string): Fault | undefined {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let isEnding = false;
  parser.on('error', ({ message }) => {
    throw new Fault(isEnding ? 'XML_TRUNCATED' : 'XML_ILLFORMED', message);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) throw new Fault('XML_ENTITY', 'the DOCTYPE declares entities');
  });
  parser.on('opentag', () => {
    if (++depth > MAX_DEPTH) throw new Fault('XML_TOO_DEEP', `more than ${MAX_DEPTH} levels`);
  });
  parser.on('closetag', () => depth--);
  try {
    parser.write(text);
    isEnding = true;
    parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** An element's name without its prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The child elements of a local name. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).filter((node): node is Element => isTag(node) && localName(node) === name);
}

/** The first element along a path of local names. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((found, name) => childrenOf(found, name)[0], element);
}

/** The first element of a local name anywhere below, in document order. */
export function within(element: Element | undefined, name: string): Element | undefined {
  for (const node of element?.children ?? []) {
    if (!isTag(node)) continue;
    const found = localName(node) === name ? node : within(node, name);
    if (found) return found;
  }
  return undefined;
}

/** The text of a node on one line; undefined if it has none. */
export function lineIn(node: ChildNode | undefined): string | undefined {
  return node === undefined ? undefined : textContent(node).replace(/\s+/gu, ' ').trim() || undefined;
}
