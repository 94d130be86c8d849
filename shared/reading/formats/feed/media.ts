import type { MediaNs } from 'feedsmith';
import { type Enclosure, defined, firstOf } from '../../item/upstream-item.ts';

type Media = MediaNs.ItemOrFeed;
type Content = MediaNs.Content;

/** The pictures and recordings of Media RSS 1.5.1: of each group the widest content; where none is a picture, the thumbnail. */
export function mediaEnclosures(media: Media | undefined): Enclosure[] {
  if (media === undefined) return [];
  const groups = (media.groups ?? []).flatMap((group) => {
    const widest = (group.contents ?? []).toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
    return widest === undefined ? [] : contentEnclosure(widest, { ...media, ...group });
  });
  const found = [...(media.contents ?? []).flatMap((content) => contentEnclosure(content, media)), ...groups];
  if (found.some(({ type }) => type === undefined || type.startsWith('image/'))) return found;
  const thumbnails = [media, ...(media.groups ?? [])].flatMap((one) => one.thumbnails ?? []);
  return [...found, ...thumbnails.slice(0, 1).flatMap((thumbnail) => thumbnailOf(thumbnail))];
}

/** What is said of the whole, by the item or its first group (as YouTube has it). */
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
 * Where the item may be shown (Media RSS 1.5.1, `media:restriction` of type country); undefined: anywhere. `all` and
 * `none` are the words the specification has for everywhere and nowhere.
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
