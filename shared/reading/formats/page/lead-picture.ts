import type { Document, Element } from 'domhandler';
import { findOne } from 'domutils';
import { defined } from '../../draft/defined.ts';
import { webAddress } from '../../item/addresses.ts';
import type { Enclosure } from '../../item/upstream-item.ts';
import { detailsOf } from '../../markup/associations.ts';
import { pictureAddress } from '../../markup/pictures.ts';
import type { PageMetadata } from './page-metadata.ts';

/**
 * The main picture of the page: the picture that Open Graph names or, without one, the picture of the structured
 * data. Sizes and captions are taken only from metadata about the same picture. The caption is also searched for in
 * the whole page, because it may be outside the part of the page that is found to be the article.
 */
export function leadPicture(
  page: Document,
  { meta, article }: PageMetadata,
  base: string | undefined,
): Enclosure[] {
  const href = webAddress(meta.picture?.[0], base) ?? webAddress(article?.picture?.href, base);
  if (href === undefined) return [];
  const isAbout = (picture: string | undefined): boolean => webAddress(picture, base) === href;
  const declared = isAbout(article?.picture?.href) ? article?.picture : undefined;
  const shared = isAbout(meta.picture?.[0]) ? meta : {};
  const img = findOne((node) => node.name === 'img' && isSame(pictureIn(node, base), href), page.children);
  const shown = img === null ? {} : detailsOf(img);
  const number = (text: string | undefined): number | undefined =>
    /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;
  return [
    defined<Enclosure>({
      href,
      type: shared.pictureType?.find((type) => /^image\//i.test(type)) ?? 'image/*',
      width: number(shared.pictureWidth?.[0]) ?? declared?.width ?? shown.width,
      height: number(shared.pictureHeight?.[0]) ?? declared?.height ?? shown.height,
      alt: shared.pictureAlt?.[0] ?? shown.alt,
      caption: declared?.caption ?? shown.caption,
      credit: shown.credit,
    }),
  ];
}

const pictureIn = ({ attribs }: Element, base: string | undefined): string | undefined =>
  webAddress(pictureAddress(attribs), base);

/** The part of an address that names the file. `lead.jpg` and `lead.jpg?w=800` are the same picture in two sizes. */
const PICTURE_FILE = /^([^?#]+\.(?:jpe?g|png|webp|avif|gif))(?:[?#]|$)/i;

function isSame(address: string | undefined, href: string): boolean {
  if (address === undefined || address === href) return address === href;
  const file = PICTURE_FILE.exec(address)?.[1];
  return file !== undefined && file === PICTURE_FILE.exec(href)?.[1];
}
