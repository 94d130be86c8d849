import { Parser } from 'htmlparser2';
import type { Association } from '../domain/article.ts';
import { webAddress } from './address.ts';
import type { Element } from './element.ts';
import { optionalLine } from './plain.ts';

/** A picture, recording or document whose address is a web address; `medium` as Media RSS names it, `length` in bytes. */
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

/** Names in use that the registry of media types does not have. */
const MISNAMED: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
};

/** All of them in order, once each; one without a web address cannot be fetched and is left out. */
export function mediaOf(associations: readonly Association[]): Media[] {
  const byHref = new Map<string, Media>();
  for (const association of associations) {
    const href = webAddress(association.href);
    if (href !== undefined && !byHref.has(href)) byHref.set(href, described(href, association));
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

/** What is no picture, but to be fetched beside the text: an enclosure in RSS and Atom. */
export function enclosures(all: readonly Media[]): Media[] {
  return all.filter(({ medium }) => medium !== 'image');
}

function described(href: string, association: Association): Media {
  const stated = association.contenttype?.toLowerCase().split(';')[0]?.trim();
  const named = stated === undefined ? undefined : (MISNAMED[stated] ?? stated);
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

/** Of what is no type, such as `video/*` or nothing, the first part says what it is, and a picture says nothing. */
function mediumOf(named: string | undefined, type: string | undefined): Media['medium'] {
  const [main] = named?.split('/') ?? [];
  if (main === 'audio' || main === 'video' || main === 'document' || main === 'image') return main;
  return type === undefined ? 'image' : 'document';
}

function isSize(number: number | undefined): number is number {
  return Number.isSafeInteger(number) && Number(number) > 0;
}

/**
 * Media RSS 1.5.1 elements, the same in an RSS item and, as extension elements (RFC 4287 section 6.4), in an Atom
 * entry. Pictures stand in these alone.
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
