import { Parser } from 'htmlparser2';
import type { Association } from '../domain/article.ts';
import { webAddress } from './address.ts';
import type { Element } from './element.ts';
import { optionalLine } from './plain.ts';

/** A picture whose address is a web address; `medium` as Media RSS names it. */
export interface Picture {
  href: string;
  medium: string;
  type?: string;
  width?: number;
  height?: number;
  description?: string;
  credit?: string;
}

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/;

/** Names in use that the registry of media types does not have. */
const MISNAMED: Readonly<Record<string, string>> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg' };

/** Pictures in order, once each; one without a web address cannot be shown and is left out. */
export function pictures(associations: readonly Association[]): Picture[] {
  const byHref = new Map<string, Picture>();
  for (const association of associations) {
    const href = webAddress(association.href);
    if (href !== undefined && !byHref.has(href)) byHref.set(href, picture(href, association));
  }
  return [...byHref.values()];
}

/** The pictures that a reader of the body sees in it already. */
export function picturesWithin(html: string): Set<string> {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(name, { src }) {
      const href = name === 'img' && src !== undefined ? webAddress(src) : undefined;
      if (href !== undefined) found.add(href);
    },
  });
  parser.end(html);
  return found;
}

function picture(href: string, association: Association): Picture {
  const stated = association.contenttype?.toLowerCase().split(';')[0]?.trim();
  const type = stated === undefined ? undefined : (MISNAMED[stated] ?? stated);
  const [main] = type?.split('/') ?? [];
  const description = optionalLine(association.caption) ?? optionalLine(association.alt);
  const credit = optionalLine(association.credit);
  return {
    href,
    medium: main === 'video' || main === 'audio' ? main : 'image',
    ...(type !== undefined && MEDIA_TYPE.test(type) && { type }),
    ...(isSize(association.width) && { width: association.width }),
    ...(isSize(association.height) && { height: association.height }),
    ...(description !== undefined && { description }),
    ...(credit !== undefined && { credit }),
  };
}

function isSize(pixels: number | undefined): pixels is number {
  return Number.isSafeInteger(pixels) && Number(pixels) > 0;
}

/**
 * Media RSS 1.5.1 elements, the same in an RSS item and, as extension elements (RFC 4287 section 6.4), in an Atom
 * entry. There is no RSS `enclosure`: it must state the length in bytes, which nobody told us.
 */
export function mediaElements(all: readonly Picture[]): Element[] {
  return all.map((shown) => ({
    name: 'media:content',
    attributes: {
      url: shown.href,
      type: shown.type,
      medium: shown.medium,
      width: shown.width,
      height: shown.height,
    },
    content: [
      ...(shown.description === undefined
        ? []
        : [{ name: 'media:description', attributes: { type: 'plain' }, content: shown.description }]),
      ...(shown.credit === undefined ? [] : [{ name: 'media:credit', content: shown.credit }]),
    ],
  }));
}
