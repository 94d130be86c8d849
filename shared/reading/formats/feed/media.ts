import type { MediaNs } from 'feedsmith';
import { defined } from '../../draft/defined.ts';
import { resolved } from '../../item/addresses.ts';
import { type Enclosure, firstOf } from '../../item/upstream-item.ts';

type Media = MediaNs.ItemOrFeed;
type Content = MediaNs.Content;

/**
 * The pictures and recordings of Media RSS 1.5.1. From each group, only the widest file is taken. If no picture is
 * found, the first thumbnail is taken too. Relative addresses are resolved against `base`.
 */
export function mediaEnclosures(media: Media | undefined, base: string | undefined): Enclosure[] {
  if (media === undefined) return [];
  return enclosuresIn(media).map((enclosure) => ({
    ...enclosure,
    href: resolved(enclosure.href, base) ?? enclosure.href,
  }));
}

function enclosuresIn(media: Media): Enclosure[] {
  const groups = (media.groups ?? []).flatMap((group) => {
    const widest = (group.contents ?? []).toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
    return widest === undefined ? [] : contentEnclosure(widest, { ...media, ...group });
  });
  const found = [...(media.contents ?? []).flatMap((content) => contentEnclosure(content, media)), ...groups];
  if (found.some(({ type }) => type === undefined || type.startsWith('image/'))) return found;
  const inGroups = (media.groups ?? []).flatMap((group) => [group, ...(group.contents ?? [])]);
  const thumbnails = [media, ...(media.contents ?? []), ...inGroups].flatMap((part) => part.thumbnails ?? []);
  return [...found, ...thumbnails.slice(0, 1).flatMap((thumbnail) => thumbnailOf(thumbnail))];
}

/** The description of the item or, as YouTube writes it, of its first group. */
export function mediaDescription(media: Media | undefined): MediaNs.TitleOrDescription | undefined {
  return media?.description ?? media?.groups?.[0]?.description;
}

function contentEnclosure(content: Content, around: Media): Enclosure[] {
  if (content.url === undefined) return [];
  const own = { ...around, ...content };
  return [
    defined<Enclosure>({
      href: content.url,
      type: content.type ?? (content.medium === undefined ? undefined : `${content.medium}/*`),
      length: content.fileSize,
      width: content.width,
      height: content.height,
      alt: own.title?.value,
      caption: own.description?.value,
      credit: firstOf(own.credits?.map(({ value }) => value ?? '').join(', '), own.copyright?.value),
    }),
  ];
}

function thumbnailOf({ url, width, height }: MediaNs.Thumbnail): Enclosure[] {
  return url === undefined ? [] : [defined<Enclosure>({ href: url, type: 'image/*', width, height })];
}

/**
 * The codes of the countries where the item may be shown (Media RSS 1.5.1, `media:restriction` of type country). A
 * hyphen before a code means that the item may not be shown there. Undefined means all countries; an empty list means
 * no country. In a restriction, the value `all` stands for every country and `none` for no country.
 */
export function territoryOf(media: Media | undefined): string[] | undefined {
  const byCountry = (media?.restrictions ?? []).filter(({ type }) => type?.toLowerCase() === 'country');
  if (byCountry.length === 0) return undefined;
  const codes = byCountry.flatMap(({ value = '', relationship }) => {
    const words = value.trim().toUpperCase().split(/\s+/);
    const isDenied = relationship?.toLowerCase() === 'deny';
    if (words.includes(isDenied ? 'NONE' : 'ALL')) return [EVERYWHERE];
    return words.filter((word) => /^[A-Z]{2}$/.test(word)).map((word) => (isDenied ? `-${word}` : word));
  });
  return codes.includes(EVERYWHERE) ? undefined : [...new Set(codes)].toSorted();
}
const EVERYWHERE = '*';
