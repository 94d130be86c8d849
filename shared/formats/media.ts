import { Parser } from 'htmlparser2';
import type { Association } from '../domain/article.ts';
import { webAddress } from './address.ts';
import type { Element } from './element.ts';
import { optionalLine } from './plain.ts';

/** A picture, recording or document. `href` is a web address, `medium` a term of Media RSS, `length` is in bytes. */
export interface Media {
  href: string;
  medium: 'image' | 'audio' | 'video' | 'document';
  type?: string;
  length?: number;
  width?: number;
  height?: number;
  description?: string;
  credit?: string;
}

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/;

/** Unregistered media types that senders use, each with the registered media type that it means. */
const MISNAMED: ReadonlyMap<string, string> = new Map([
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['audio/mp3', 'audio/mpeg'],
]);

/** The associations in order, each address once. An association without a web address is left out. */
export function mediaOf(associations: readonly Association[]): Media[] {
  const byHref = new Map<string, Media>();
  for (const association of associations) {
    const href = webAddress(association.href);
    if (href !== undefined && !byHref.has(href)) byHref.set(href, described(href, association));
  }
  return [...byHref.values()];
}

/** The addresses of the pictures in an article's body. */
export function picturesWithin(html: string): Set<string> {
  const found = new Set<string>();
  if (!/<img/i.test(html)) return found;
  const parser = new Parser({
    onopentag(name, { src }) {
      const href = name === 'img' && src !== undefined ? webAddress(src) : undefined;
      if (href !== undefined) found.add(href);
    },
  });
  parser.end(html);
  return found;
}

/** Recordings and documents: the enclosures of an item in RSS and Atom. */
export function enclosures(all: readonly Media[]): Media[] {
  return all.filter(({ medium }) => medium !== 'image');
}

function described(href: string, association: Association): Media {
  const stated = association.contenttype?.toLowerCase().split(';')[0]?.trim();
  const named = stated === undefined ? undefined : (MISNAMED.get(stated) ?? stated);
  const type = named !== undefined && MEDIA_TYPE.test(named) ? named : undefined;
  const description = optionalLine(association.caption) ?? optionalLine(association.alt);
  const credit = optionalLine(association.credit);
  return {
    href,
    medium: mediumOf(named, type),
    ...(type !== undefined && { type }),
    ...(isSize(association.length) && { length: association.length }),
    ...(isSize(association.width) && { width: association.width }),
    ...(isSize(association.height) && { height: association.height }),
    ...(description !== undefined && { description }),
    ...(credit !== undefined && { credit }),
  };
}

/**
 * The medium of a file. The stated type may be only a kind, such as `video/*`. A file without a usable type is taken
 * for a picture.
 */
function mediumOf(named: string | undefined, type: string | undefined): Media['medium'] {
  const [main] = named?.split('/') ?? [];
  if (main === 'audio' || main === 'video' || main === 'document' || main === 'image') return main;
  return type === undefined ? 'image' : 'document';
}

function isSize(number: number | undefined): number is number {
  return Number.isSafeInteger(number) && Number(number) > 0;
}

/**
 * Media RSS 1.5.1 elements. They are the same in an RSS item and, as extension elements (RFC 4287 section 6.4), in an
 * Atom entry. Pictures are written only as these elements.
 */
export function mediaElements(all: readonly Media[]): Element[] {
  return all.map((shown) => ({
    name: 'media:content',
    attributes: {
      url: shown.href,
      fileSize: shown.length,
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
