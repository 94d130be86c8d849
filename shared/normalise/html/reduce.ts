import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { findAll } from 'domutils';
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
import { linkForFrame } from './embeds.ts';
import { inForeign, isForeign } from './foreign.ts';
import { imgOfPicture, isPlaceholder, isTrackingPixel, pictureAddress } from './pictures.ts';

/** What an article may keep of some markup, in order, and what was left out, in words. */
export interface Reduced {
  nodes: ChildNode[];
  notes: string[];
}

const ALLOWED = new Set(ALLOWED_TAGS);
const DROPPED = new Set(TAGS_DROPPED_WITH_TEXT);

/**
 * Markup as its page would show it once its scripts have run, as far as the allow-list has it: lazy pictures with
 * their address, one picture for each `picture`, links in the place of known embeds, no tracking pixels; addresses
 * absolute, text in NFC. The tree is taken apart for it. What safety there is lies in the sanitiser, through which the
 * article goes at the end; this goes through the markup once, where the sanitiser would have to be asked several times.
 */
export function reduced({ children }: Document, base?: string): Reduced {
  const notes: string[] = [];
  let shown: Set<string> | undefined;
  const all = (nodes: readonly ChildNode[]): ChildNode[] => {
    const kept: ChildNode[] = [];
    for (const node of nodes) kept.push(...one(node));
    return kept;
  };
  const one = (node: ChildNode): ChildNode[] => {
    if (isText(node)) {
      node.data = legalText(node.data).normalize('NFC');
      return [node];
    }
    if (!isTag(node)) return [];
    switch (node.name) {
      case 'picture':
        return picture(imgOfPicture(node), base);
      case 'img':
        return picture(node, base);
      case 'noscript':
        shown ??= picturesOutsideFallbacks(children, base);
        return fallback(node, shown, base).flatMap((img) => picture(img, base));
      case 'iframe': {
        const link = linkForFrame(node, base);
        if ('note' in link) notes.push(...link.note);
        return 'note' in link ? [] : one(link.paragraph);
      }
    }
    if (isForeign(node)) return all(inForeign(node));
    if (DROPPED.has(node.name)) return [];
    node.children = all(node.children);
    if (!ALLOWED.has(node.name)) return node.children;
    node.attribs = allowedAttributes(node, base);
    return [node];
  };
  return { nodes: all(children), notes };
}

function allowedAttributes({ name, attribs }: Element, base: string | undefined): Record<string, string> {
  const result: Record<string, string> = {};
  for (const attribute in attribs) {
    const names = [...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[name] ?? [])];
    if (!names.includes(attribute)) continue;
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

/** A picture under the address it is really at; nothing of one that only counts the reader. */
function picture(img: Element, base: string | undefined): ChildNode[] {
  if (isTrackingPixel(img)) return [];
  const address = pictureAddress(img.attribs);
  if (address !== undefined) img.attribs['src'] = address;
  else if (isPlaceholder(img.attribs['src'])) delete img.attribs['src'];
  img.attribs = allowedAttributes(img, base);
  img.children = [];
  return [img];
}

const isPicture = ({ name }: Element): boolean => name === 'img';

function absolutePicture({ attribs }: Element, base: string | undefined): string | undefined {
  const address = pictureAddress(attribs);
  return address === undefined ? undefined : absoluteAddress(address, base);
}

/** Addresses of the pictures that are shown with scripts, whether they have been read by now or not. */
function picturesOutsideFallbacks(nodes: ChildNode[], base: string | undefined): Set<string> {
  const isFallback = ({ parent }: Element): boolean =>
    parent !== null && 'name' in parent && parent.name === 'noscript';
  const shown = findAll((node) => isPicture(node) && !isFallback(node), nodes);
  return new Set(shown.flatMap((img) => absolutePicture(img, base) ?? []));
}

/** The picture for readers without scripts, where the page has it nowhere else. */
function fallback(noscript: Element, shown: Set<string>, base: string | undefined): Element[] {
  for (const img of findAll(isPicture, noscript.children)) {
    const address = absolutePicture(img, base);
    if (address === undefined || shown.has(address)) continue;
    shown.add(address);
    return [img];
  }
  return [];
}
