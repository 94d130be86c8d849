import { type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { defined } from '../../draft/defined.ts';
import { resolved } from '../../item/addresses.ts';
import { type Enclosure, firstOf } from '../../item/upstream-item.ts';
import { lineIn, localName } from '../xml-document.ts';

/** What elements of an item say that the library for feeds does not know. Addresses are as written. */
export interface ItemFacts {
  pictures: Enclosure[];
  thumbnails: Enclosure[];
  /** Files in `enclosure` elements without the attribute `url`. */
  files: Enclosure[];
  /** The address of the article, if the link of the item is that of a proxy that counts its readers. */
  original?: string;
}

export const NO_FACTS: ItemFacts = { pictures: [], thumbnails: [], files: [] };

const KIND = String.raw`(?:featured|lead|main|post|cover|hero|article|story|news|item|top|big|large|full|original|banner|teaser|header)`;
const PICTURE_WORD = String.raw`(?:image|img|picture|photo|cover|banner|foto|bild|imagen|imagem|immagine|afbeelding)`;
const THUMBNAIL_WORD = String.raw`(?:thumbnail|thumb|miniature|vignette)`;
const ENDING = String.raw`(?:[_-]?(?:url|uri|src|link|href|large|big|full|original))?`;
/** Names of elements by which feeds give the picture of an item: `image`, `featured_image`, `imageUrl`, `g:image_link`. */
const PICTURE = new RegExp(`^(?:${KIND}[_-]?)?${PICTURE_WORD}s?${ENDING}$`, 'i');
const THUMBNAIL = new RegExp(`^(?:${KIND}[_-]?)?${THUMBNAIL_WORD}s?${ENDING}$`, 'i');
/** FeedBurner, Pheedo and others keep the publisher's address in such an element. */
const ORIGINAL = /^(?:orig|original)[_-]?(?:link|url)$/i;

/** Sections of characters, which may contain HTML, or the name of a tag. */
const NAMES = /<!\[CDATA\[[\s\S]*?\]\]>|<(?:[\w.-]{1,60}:)?([a-z][\w-]{2,40})[\s>/]/gi;

const isKnown = (name: string): boolean =>
  PICTURE.test(name) || THUMBNAIL.test(name) || ORIGINAL.test(name) || /^enclosure$/i.test(name);

/** At most this many pictures of an item are taken. */
const MAX_PICTURES = 20;

/** Reads such elements of an item. Most items have none, and need not be parsed again. */
export function factsIn(xml: string): ItemFacts {
  if (![...xml.matchAll(NAMES)].some(([, name]) => name !== undefined && isKnown(name))) return NO_FACTS;
  const item = parseDocument(xml, { xmlMode: true }).children.find(isTag);
  const children = (item?.children ?? []).filter(isTag);
  const named = (pattern: RegExp): Element[] => children.filter((child) => pattern.test(localName(child)));
  const original = named(ORIGINAL)
    .map((element) => addressIn(element))
    .find((address) => address !== undefined);
  const files = named(/^enclosure$/i).filter(({ attribs }) => (attribs['url'] ?? '').trim() === '');
  return defined<ItemFacts>({
    pictures: named(PICTURE).flatMap(picturesIn).slice(0, MAX_PICTURES),
    thumbnails: named(THUMBNAIL).flatMap(picturesIn).slice(0, 1),
    files: files.flatMap(fileOf),
    original,
  });
}

/**
 * The enclosures of an item with the pictures and files of such elements, resolved against `base`. A picture is taken only if no other element of the
 * item gives one, and a thumbnail only if there is no picture: they repeat the same picture in another size.
 */
export function withFacts(
  { pictures, thumbnails, files }: ItemFacts,
  known: Enclosure[],
  base: string | undefined,
): Enclosure[] {
  const hasPicture = known.some(({ type }) => type === undefined || /^image\b/i.test(type.trim()));
  const own = pictures.length > 0 ? pictures : thumbnails;
  const found = [...files, ...(hasPicture ? [] : own)].map((enclosure) => ({
    ...enclosure,
    href: resolved(enclosure.href, base) ?? enclosure.href,
  }));
  return [...known, ...found];
}

/**
 * An item without an id is named by its link. Versions of Wiredesk before 2026-12 took the link of the proxy for it, so
 * that the article may be stored under that link.
 */
export function idBefore(
  { original }: ItemFacts,
  id: string | undefined,
  link: string | undefined,
): string[] | undefined {
  return original === undefined || id !== undefined || link === undefined ? undefined : [link];
}

const ADDRESS_ATTRIBUTES = ['url', 'href', 'src', 'link', 'uri', 'content', 'resource'];
const ADDRESS_ELEMENTS = /^(?:url|href|src|uri|link|loc)$/i;

/** The address in an element: in an attribute, in an element within it, in escaped HTML, or its own text. */
function addressIn(element: Element): string | undefined {
  const attributes = ADDRESS_ATTRIBUTES.map(
    (name) =>
      Object.entries(element.attribs).find(([key]) => key.replace(/^.*:/, '').toLowerCase() === name)?.[1],
  );
  const inner = element.children.filter(isTag);
  const stated = firstOf(
    ...attributes,
    ...inner.filter((child) => ADDRESS_ELEMENTS.test(localName(child))).map((child) => lineIn(child)),
  );
  if (stated !== undefined) return stated.trim();
  if (inner.length > 0) return undefined;
  const text = textContent(element).trim();
  const address = /<img\s[^<>]{0,500}?src\s?=\s?["']?([^\s"'<>]{1,2000})/i.exec(text)?.[1] ?? text;
  return /^[^\s<>"]{1,2000}$/.test(address) && /[./]/.test(address) ? address : undefined;
}

/** The pictures of an element: its own, or those of the elements within it: `<images><image>…</image></images>`. */
function picturesIn(element: Element): Enclosure[] {
  const href = addressIn(element);
  if (href === undefined) {
    return element.children
      .filter((child): child is Element => isTag(child) && isKnown(localName(child)))
      .flatMap(picturesIn);
  }
  const inner = (...names: string[]): string | undefined =>
    firstOf(
      ...names.map((name) => element.attribs[name]),
      ...element.children
        .filter(isTag)
        .map((child) => (names.includes(localName(child)) ? lineIn(child) : '')),
    );
  const size = (name: string): number | undefined => {
    const number = /^\d{1,5}$/.exec(inner(name)?.trim() ?? '')?.[0];
    return number === undefined ? undefined : Number(number);
  };
  const type = inner('type')?.trim() ?? '';
  return [
    defined<Enclosure>({
      href,
      type: /^image\/[\w.+-]{1,40}$/i.test(type) ? type : 'image/*',
      width: size('width'),
      height: size('height'),
      alt: inner('alt', 'title'),
      caption: inner('caption', 'description'),
      credit: inner('credit', 'copyright'),
    }),
  ];
}

function fileOf(element: Element): Enclosure[] {
  const href = addressIn(element);
  return href === undefined ? [] : [defined<Enclosure>({ href, type: firstOf(element.attribs['type']) })];
}
