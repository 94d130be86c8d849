import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import type { Association } from '../../domain/article.ts';
import { legalText } from '../../domain/text.ts';
import { absoluteAddress } from './address.ts';
import {
  ADDRESS_ATTRIBUTES,
  ALLOWED_ATTRIBUTES,
  ALLOWED_SCHEMES,
  ALLOWED_SCHEMES_BY_TAG,
  ALLOWED_TAGS,
  TAGS_DROPPED_WITH_TEXT,
} from './allow-list.ts';
import { Associations } from './associations.ts';
import { notesOfPlugin } from './embeds.ts';
import { afterForeign, isForeign } from './foreign.ts';
import { PLAYERS } from './recordings.ts';
import { shownIn } from './shown.ts';

/** Markup with only the elements and attributes that an article may contain. */
export interface Reduced {
  nodes: ChildNode[];
  /** The pictures and recordings of the markup. */
  associations: Association[];
  /** Notes about what was left out. */
  notes: string[];
}

const ALLOWED = new Set(ALLOWED_TAGS);
const DROPPED = new Set(TAGS_DROPPED_WITH_TEXT);

/**
 * Removes from a document what a browser would not show (see shown.ts) and what the allow-list does not permit, makes
 * addresses absolute, and brings text into Unicode normal form C (NFC). Changes the document's tree. This is not the
 * safety check: the sanitiser checks the finished body. The sanitiser repeats until it changes nothing, so on reduced
 * markup it usually runs once.
 */
export function reduced(document: Document, base?: string): Reduced {
  const shown = shownIn(document, base);
  const associations = new Associations(document);
  const notes: string[] = [];
  const reduceAll = (nodes: readonly ChildNode[], into: ChildNode[] = []): ChildNode[] => {
    for (const node of nodes) reduceNode(node, into);
    return into;
  };
  const reduceNode = (node: ChildNode, into: ChildNode[]): void => {
    if (isText(node)) {
      node.data = legalText(node.data).normalize('NFC');
      into.push(node);
    }
    if (!isTag(node)) return;
    const instead = shown.insteadOf(node);
    if (instead !== undefined) {
      for (const element of instead)
        into.push(...(element.name === 'img' ? [reducePicture(element)] : reduceAll([element])));
    } else if (PLAYERS.has(node.name)) notes.push(...associations.addPlayer(node, base));
    else if (isForeign(node)) reduceAll(afterForeign(node), into);
    else if (ALLOWED.has(node.name)) {
      node.children = reduceAll(node.children);
      node.attribs = allowedAttributes(node, base);
      into.push(node);
    } else if (!DROPPED.has(node.name)) {
      notes.push(...notesOfPlugin(node));
      reduceAll(node.children, into);
    }
  };
  const reducePicture = (img: Element): Element => {
    const written = img.attribs;
    img.attribs = allowedAttributes(img, base);
    associations.add(img, written);
    return img;
  };
  const nodes = reduceAll(document.children);
  return { nodes, associations: associations.all(), notes: [...new Set([...shown.notes, ...notes])] };
}

/** The allowed attributes by element. They are in a map, because every attribute of every element is looked up. */
const ALLOWED_BY_TAG = new Map(
  ALLOWED_TAGS.map((tag) => [
    tag,
    new Set([...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[tag] ?? [])]),
  ]),
);

function allowedAttributes({ name, attribs }: Element, base: string | undefined): Record<string, string> {
  const result: Record<string, string> = {};
  const allowed = ALLOWED_BY_TAG.get(name);
  for (const attribute in attribs) {
    if (allowed?.has(attribute) !== true) continue;
    const value = legalText(attribs[attribute] ?? '');
    if (!ADDRESS_ATTRIBUTES.includes(attribute)) result[attribute] = value;
    else {
      const address = absoluteAddress(value, base);
      const scheme = address?.slice(0, address.indexOf(':')) ?? '';
      if (address !== undefined && (ALLOWED_SCHEMES_BY_TAG[name] ?? ALLOWED_SCHEMES).includes(scheme))
        result[attribute] = address;
    }
  }
  return result;
}
