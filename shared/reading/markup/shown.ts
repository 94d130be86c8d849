import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { findAll } from 'domutils';
import { absoluteAddress } from './address.ts';
import { type EmbedLink, linkForFrame, linkForObject, linkForPost } from './embeds.ts';
import { imgOfPicture, isPlaceholder, pictureAddress } from './pictures.ts';
import { isTrackingPixel } from './small-pictures.ts';

/** Finds the elements that the scripts of a page, or the browser, replace when the page is shown. */
export interface Shown {
  /** The pictures or links that are shown in place of an element; undefined if the element itself is shown. */
  insteadOf(element: Element): Element[] | undefined;
  /** Notes about what was left out. */
  notes: string[];
}

/**
 * What a page shows after its scripts have run: pictures that load later, with their address; one picture for each
 * `picture`; links in place of known embeds; no tracking pixels. Changes the `img` elements of the document.
 */
export function shownIn({ children }: Document, base: string | undefined): Shown {
  const notes: string[] = [];
  let shown: Set<string> | undefined;
  const linked = ({ paragraph, notes: found }: EmbedLink): Element[] => {
    notes.push(...found);
    return paragraph === undefined ? [] : [paragraph];
  };
  const insteadOf = (element: Element): Element[] | undefined => {
    switch (element.name) {
      case 'picture':
        return resolvedPicture(imgOfPicture(element));
      case 'img':
        return resolvedPicture(element);
      case 'noscript':
        shown ??= picturesOutsideFallbacks(children, base);
        return fallback(element, shown, base).flatMap(resolvedPicture);
      case 'iframe':
        return linked(linkForFrame(element, base));
      case 'object':
      case 'embed': {
        const plugin = linkForObject(element);
        return plugin === undefined ? undefined : linked(plugin);
      }
    }
    const post = linkForPost(element, base);
    return post === undefined ? undefined : linked(post);
  };
  return { insteadOf, notes };
}

/** The picture with its real address; nothing for a tracking pixel. */
function resolvedPicture(img: Element): Element[] {
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

/** The addresses of all pictures of the page that are not in a `noscript`. */
function picturesOutsideFallbacks(nodes: ChildNode[], base: string | undefined): Set<string> {
  const isFallback = ({ parent }: Element): boolean =>
    parent !== null && isTag(parent) && parent.name === 'noscript';
  const shown = findAll((node) => isPicture(node) && !isFallback(node), nodes);
  return new Set(shown.flatMap((img) => absolutePicture(img, base) ?? []));
}

/** The picture in a `noscript`, if the page does not show it elsewhere. */
function fallback(noscript: Element, shown: Set<string>, base: string | undefined): Element[] {
  for (const img of findAll(isPicture, noscript.children)) {
    const address = absolutePicture(img, base);
    if (address === undefined || shown.has(address)) continue;
    shown.add(address);
    return [img];
  }
  return [];
}
