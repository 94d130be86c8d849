import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { findAll } from 'domutils';
import { absoluteAddress } from './address.ts';
import { linkForFrame } from './embeds.ts';
import { imgOfPicture, isPlaceholder, isTrackingPixel, pictureAddress } from './pictures.ts';

/** Elements that a page's scripts and a browser's choices turn into others. */
export interface Shown {
  /** What stands for an element once the page has run, a picture or a link; undefined if that is the element itself. */
  insteadOf(element: Element): Element[] | undefined;
  /** What was left out, in words. */
  notes: string[];
}

/**
 * A document as its page would show it once its scripts have run: lazy pictures with their address, one picture for
 * each `picture`, links in the place of known embeds, no tracking pixels. Pictures are changed in place.
 */
export function shownIn({ children }: Document, base: string | undefined): Shown {
  const notes: string[] = [];
  let shown: Set<string> | undefined;
  const insteadOf = (element: Element): Element[] | undefined => {
    switch (element.name) {
      case 'picture':
        return settled(imgOfPicture(element));
      case 'img':
        return settled(element);
      case 'noscript':
        shown ??= picturesOutsideFallbacks(children, base);
        return fallback(element, shown, base).flatMap(settled);
      case 'iframe': {
        const link = linkForFrame(element, base);
        if ('paragraph' in link) return [link.paragraph];
        notes.push(...link.note);
        return [];
      }
    }
    return undefined;
  };
  return { insteadOf, notes };
}

/** A picture under the address it is really at; nothing of one that only counts the reader. */
function settled(img: Element): Element[] {
  if (isTrackingPixel(img)) return [];
  const address = pictureAddress(img.attribs);
  if (address !== undefined) img.attribs['src'] = address;
  else if (isPlaceholder(img.attribs['src'])) delete img.attribs['src'];
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
    parent !== null && isTag(parent) && parent.name === 'noscript';
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
