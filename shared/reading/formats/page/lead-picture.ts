import type { Document, Element } from 'domhandler';
import { findOne } from 'domutils';
import { type Enclosure, defined } from '../../item/upstream-item.ts';
import { absoluteAddress } from '../../markup/address.ts';
import { detailsOf } from '../../markup/associations.ts';
import { pictureAddress } from '../../markup/pictures.ts';
import type { PageFacts } from './facts.ts';

/**
 * The picture of Open Graph, else that of the structured data; what is said of another is not said of it.
 * What stands under it in the page may be no part of what is found to be the article.
 */
export function leadPicture(
  page: Document,
  { meta, article }: PageFacts,
  base: string | undefined,
): Enclosure[] {
  const href = absolute(meta.picture?.[0], base) ?? absolute(article?.picture?.href, base);
  if (href === undefined) return [];
  const about = (picture: string | undefined): boolean => absolute(picture, base) === href;
  const declared = about(article?.picture?.href) ? article?.picture : undefined;
  const shared = about(meta.picture?.[0]) ? meta : {};
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
  absolute(pictureAddress(attribs), base);

/** A picture's file in another size is the same picture: `lead.jpg?w=800`. */
const FILE = /^([^?#]+\.(?:jpe?g|png|webp|avif|gif))(?:[?#]|$)/i;

function isSame(address: string | undefined, href: string): boolean {
  if (address === undefined || address === href) return address === href;
  const file = FILE.exec(address)?.[1];
  return file !== undefined && file === FILE.exec(href)?.[1];
}

/** An absolute web address, or undefined. */
export function absolute(address: string | undefined, base: string | undefined): string | undefined {
  const url = address === undefined ? undefined : absoluteAddress(address, base);
  return url !== undefined && /^https?:/.test(url) ? url : undefined;
}
