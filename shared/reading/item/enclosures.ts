import type { Association } from '../../domain/article.ts';
import type { Result } from '../../domain/result.ts';
import { defined } from '../draft/defined.ts';
import { absoluteAddress } from '../markup/address.ts';
import { isEmojiFile } from '../markup/emoji.ts';
import { typeByName } from '../markup/file-type.ts';
import { lineOfField } from '../markup/line-of-markup.ts';
import { isCounter, isPortrait } from '../markup/small-pictures.ts';
import { type Enclosure, firstOf } from './upstream-item.ts';

const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)/i;
/** Media types that servers state for files of unknown type. */
const VAGUE_TYPE = /^(?:application|binary)\/(?:octet-stream|unknown|force-download)$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z\d][a-z\d.+-]*$/;
/** The kind of a file without a full media type: `audio/*` (made from `medium` of Media RSS), or only `audio`. */
const KIND = /^(?:audio|video|document)(?=\/|$)/;
/** Types that a browser runs when it opens the file: pages, scripts, Flash. */
const EXECUTABLE_TYPE = /html|(?:java|ecma)script|shockwave|x-msdo/;

type AssociationResult = Result<{ association: Association }, { problem: string }>;

/**
 * Turns enclosures into associations. Several enclosures with the same address become one association. A note names
 * each enclosure that is left out.
 */
export function associationsOf(enclosures: readonly Enclosure[]): {
  associations: Association[];
  notes: string[];
} {
  const byAddress = new Map<string, Association>();
  const notes: string[] = [];
  for (const enclosure of enclosures) {
    const read = associationOf(enclosure);
    if (read.ok && isNoPicture(read.association)) {
      notes.push(
        `a picture that is not one of the story was left out: ${read.association.href.slice(0, 200)}`,
      );
    } else if (read.ok) {
      const { association } = read;
      byAddress.set(association.href, { ...association, ...byAddress.get(association.href) });
    } else {
      notes.push(`${read.problem} was left out: ${enclosure.href.slice(0, 200)}`);
    }
  }
  return { associations: [...byAddress.values()], notes };
}

function associationOf(enclosure: Enclosure): AssociationResult {
  const address = absoluteAddress(enclosure.href);
  const stated = enclosure.type?.trim().toLowerCase() ?? '';
  const isPicture =
    stated === '' || VAGUE_TYPE.test(stated)
      ? PICTURE_NAME.test(enclosure.href)
      : stated.startsWith('image/');
  if (isPicture) {
    if (address === undefined) return leftOut('a picture without an absolute address');
    return { ok: true, association: pictureOf(enclosure, address, stated) };
  }
  if (address === undefined || !/^https?:/.test(address))
    return leftOut('an enclosure without a web address');
  const type = typeOf(stated, address);
  if (type === undefined) return leftOut('an enclosure of no known type');
  if (EXECUTABLE_TYPE.test(type)) return leftOut(`an enclosure that a browser would run (${type})`);
  return { ok: true, association: fileOf(enclosure, address, type) };
}

/** Whether a picture only counts readers, stands for an emoji, or is a portrait on a service for portraits. */
function isNoPicture({ href, width, height, contenttype }: Association): boolean {
  if (contenttype !== undefined && !contenttype.startsWith('image/')) return false;
  const isTiny = Math.max(width ?? 0, height ?? 0) === 1;
  return isTiny || isCounter(href) || isPortrait(href) || isEmojiFile(href);
}

const leftOut = (problem: string): AssociationResult => ({ ok: false, problem });

function fileOf(enclosure: Enclosure, href: string, contenttype: string): Association {
  const { length, width, height, alt, caption, credit } = enclosure;
  return defined<Association>({
    href,
    contenttype,
    length: Number.isSafeInteger(length) && Number(length) > 0 ? length : undefined,
    width,
    height,
    caption: lineOrNone(firstOf(caption, alt)),
    credit: lineOrNone(credit),
  });
}

/**
 * A picture as an association, without its length. Readers of a feed never see the length of a picture, and a CMS may
 * state another length each time it sends the article. A new length would count as a change of the article.
 */
function pictureOf(enclosure: Enclosure, href: string, stated: string): Association {
  const { width, height, alt, caption, credit } = enclosure;
  return defined<Association>({
    href,
    contenttype: stated.startsWith('image/') && !stated.endsWith('/*') ? stated : undefined,
    width,
    height,
    alt: lineOrNone(alt),
    caption: lineOrNone(caption),
    credit: lineOrNone(credit),
  });
}

/** The stated media type. Without one, the type that the file name shows, or only the kind, such as `video/*`. */
function typeOf(stated: string, address: string): string | undefined {
  const [type = ''] = stated.split(';', 1);
  const essence = type.trimEnd();
  if (MEDIA_TYPE.test(essence) && !VAGUE_TYPE.test(essence)) return essence;
  const kind = KIND.exec(essence)?.[0];
  return typeByName(address) ?? (kind && `${kind}/*`);
}

const lineOrNone = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : lineOfField(text);
