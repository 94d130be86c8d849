import { type ChildNode, type Document, Element, isTag, isText } from 'domhandler';
import type { Association } from '../../domain/article.ts';
import { legalText, lineOfText, storedText } from '../../domain/text.ts';
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
import { BLOCK_LEVEL } from './element-kinds.ts';
import { linkForPlugin } from './embeds.ts';
import { afterForeign, isForeign } from './foreign.ts';
import { declarationsOf } from './inline-style.ts';
import { prepared } from './prepare.ts';
import { PLAYERS } from './recordings.ts';
import { withoutRedirect } from './redirects.ts';
import { shownIn } from './shown.ts';
import { isBesideTheStory } from './small-pictures.ts';
import { AS_SHOWN, textOfNodes } from './text-of-markup.ts';

/** Markup with only the elements and attributes that an article may contain. */
export interface Reduced {
  nodes: ChildNode[];
  /** The pictures and recordings of the markup. */
  associations: Association[];
  /** Texts that the sender does not show to readers, and texts of controls, each on one line. */
  removed: string[];
  /** Notes about what was left out. */
  notes: string[];
}

/** What addresses are resolved against. `link`: the article's own address; without it, links to its parts are removed. */
export interface Addresses {
  base?: string | undefined;
  link?: string | undefined;
}

const ALLOWED = new Set(ALLOWED_TAGS);
const DROPPED = new Set(TAGS_DROPPED_WITH_TEXT);
/** Elements that are removed although a browser shows text in them, so the text is kept on record. */
const SHOWS_TEXT = new Set(['textarea', 'option', 'xmp', 'select', 'button', 'canvas', 'plaintext']);

/**
 * Removes from a document what a browser would not show (see shown.ts) and what the allow-list does not permit, makes
 * addresses absolute, and brings text into Unicode normal form C (NFC). Changes the document's tree. This is not the
 * safety check: the sanitiser checks the finished body. The sanitiser repeats until it changes nothing, so on reduced
 * markup it usually runs once.
 */
export function reduced(document: Document, addresses: Addresses = {}): Reduced {
  const { base } = addresses;
  const { removed, notes } = prepared(document);
  const shown = shownIn(document, base);
  const associations = new Associations(document);
  const reduceAll = (nodes: readonly ChildNode[], into: ChildNode[] = []): ChildNode[] => {
    for (const node of nodes) reduceNode(node, into);
    return into;
  };
  const reduceNode = (node: ChildNode, into: ChildNode[]): void => {
    if (isText(node)) {
      node.data = storedText(node.data);
      into.push(node);
      return;
    }
    if (!isTag(node)) return;
    const instead = shown.insteadOf(node);
    if (instead !== undefined) {
      if (node.name === 'noscript') removed.push(lineOfText(textOfNodes(node.children, AS_SHOWN)));
      for (const element of instead)
        into.push(...(element.name === 'img' ? [reducePicture(element)] : reduceAll([element])));
    } else if (PLAYERS.has(node.name)) {
      notes.push(...associations.addPlayer(node, base));
      // What an old browser shows in place of the player.
      removed.push(lineOfText(textOfNodes(node.children, AS_SHOWN)));
    } else if (isForeign(node)) reduceAll(afterForeign(node), into);
    else if (ALLOWED.has(node.name)) {
      if (node.name === 'a' && isNoteMark(node, addresses)) node.name = 'sup';
      node.children = reduceAll(node.children);
      node.attribs = allowedAttributes(node, addresses);
      into.push(node);
    } else if (DROPPED.has(node.name)) {
      if (SHOWS_TEXT.has(node.name)) removed.push(lineOfText(textOfNodes(node.children, AS_SHOWN)));
    } else if (BLOCK_LEVEL.has(node.name)) {
      // Its text stays apart from the text before and after it.
      into.push(new Element('div', {}, reduceAll(node.children)));
    } else {
      const link = linkForPlugin(node);
      notes.push(...link.notes);
      if (link.paragraph !== undefined) into.push(...reduceAll([link.paragraph]));
      reduceAll(node.children, into);
    }
  };
  const reducePicture = (img: Element): Element => {
    const written = img.attribs;
    img.attribs = allowedAttributes(img, addresses);
    if (!isBesideTheStory(written)) associations.add(img, written);
    return img;
  };
  const nodes = reduceAll(document.children);
  return {
    nodes,
    associations: associations.all(),
    removed: removed.filter((text) => text !== ''),
    notes: [...new Set([...notes, ...shown.notes])],
  };
}

/** The allowed attributes by element. They are in a map, because every attribute of every element is looked up. */
const ALLOWED_BY_TAG = new Map(
  ALLOWED_TAGS.map((tag) => [
    tag,
    new Set([...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[tag] ?? [])]),
  ]),
);

function allowedAttributes({ name, attribs }: Element, addresses: Addresses): Record<string, string> {
  const result: Record<string, string> = {};
  const allowed = ALLOWED_BY_TAG.get(name);
  for (const attribute in attribs) {
    if (allowed?.has(attribute) !== true) continue;
    const value = legalText(attribs[attribute] ?? '');
    if (attribute === 'value' && !/^-?\d{1,6}$/.test(value.trim())) continue;
    if (!ADDRESS_ATTRIBUTES.includes(attribute)) result[attribute] = value;
    else {
      const address =
        attribute === 'href' ? linkAddress(value, addresses) : absoluteAddress(value, addresses.base);
      const scheme = address?.slice(0, address.indexOf(':')) ?? '';
      if (address !== undefined && (ALLOWED_SCHEMES_BY_TAG[name] ?? ALLOWED_SCHEMES).includes(scheme))
        result[attribute] = address;
    }
  }
  const type = name === 'ol' ? LIST_TYPES.get(listStyleOf(attribs)) : undefined;
  if (type !== undefined) result['type'] ??= type;
  return result;
}

/** Whether a link is the number of a footnote, and leads nowhere because the article's address is not known. */
function isNoteMark({ attribs, children, parent }: Element, { link }: Addresses): boolean {
  if (
    link !== undefined ||
    !OWN_PART.test(attribs['href'] ?? 'x') ||
    (parent !== null && isTag(parent) && parent.name === 'sup')
  )
    return false;
  return /^(?:\[[\da-z*†‡]{1,3}\]|\d{1,3}|[*†‡])$/.test(textOfNodes(children, AS_SHOWN).trim());
}

/** The address of a part of the article itself. */
const OWN_PART = /^\s*(?:#|$)/;

/** The address to which a link leads. A link to a part of the article itself has only a fragment. */
function linkAddress(value: string, { base, link }: Addresses): string | undefined {
  const isOwn = OWN_PART.test(value);
  if (isOwn && link === undefined) return undefined;
  const address = absoluteAddress(value, isOwn ? link : base);
  const target = withoutRedirect(address);
  return target === undefined || target === address ? address : absoluteAddress(target);
}

/** The `type` of a list for the values of CSS (`list-style-type`). */
const LIST_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
]);

function listStyleOf({ style }: Readonly<Record<string, string>>): string | undefined {
  const declarations = declarationsOf(style);
  return declarations.get('list-style-type') ?? declarations.get('list-style')?.split(/\s/, 1)[0];
}
