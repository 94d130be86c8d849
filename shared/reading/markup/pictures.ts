import { Element, isTag } from 'domhandler';
import { SOURCE_TYPE } from './caption-rules.ts';

/**
 * Attributes in which pages keep the address of a picture until a reader scrolls to it. The best attribute is first.
 */
const LAZY_SOURCES = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-url',
  'data-hi-res-src',
  'data-actualsrc',
];
/** A value of one of LAZY_SOURCES that is not an address: `data-lazy="true"`. */
const SWITCH = /^\s*[\w-]+\s*$/;
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** Values of `src` that are not the address of a picture. */
const NOWHERE = /^\s*(?:data:|about:|#|$)/i;

/**
 * Names of placeholders: files that pages show until the picture is loaded. The whole name of the file must match, so
 * pixel-9-review.jpg is not a placeholder.
 */
const PLACEHOLDER =
  /^(?:[\w-]*placeholder[\w-]*|(?:blank|spacer|transparent|pixel|lazy(?:load)?|loading|1x1)(?:[_-](?:\d+x\d+|white|gr[ae]y|transparent|image|img))?)\.(?:gif|png|svg|jpe?g)$/i;
/** Maximum length of the name of a placeholder, in characters. */
const LONGEST_PLACEHOLDER = 100;

/** Whether an address is absent or is only a placeholder of a picture. */
export function isPlaceholder(address: string | undefined): boolean {
  if (address === undefined || NOWHERE.test(address)) return true;
  const query = address.indexOf('?');
  const path = query === -1 ? address : address.slice(0, query);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length <= LONGEST_PLACEHOLDER && PLACEHOLDER.test(name);
}

/** At most this many characters of a `srcset` are examined. A picture has about a dozen sizes. */
const LONGEST_SRCSET = 8000;

/**
 * A candidate of a `srcset`: white space and commas, an address, and the size up to the next comma (HTML Standard,
 * "srcset attributes").
 */
const CANDIDATE = /[\s,]*([^\s,]\S*)([^,]*)/y;
const SIZE = /^\s*(\d+(?:\.\d+)?)([wx])\s*$/;

/**
 * The address of the largest candidate of a `srcset` (HTML Standard, "parsing a srcset attribute"). Addresses may
 * contain commas.
 */
export function largestCandidate(srcset: string): string | undefined {
  const set = srcset.slice(0, LONGEST_SRCSET);
  let best: { address: string; size: number } | undefined;
  CANDIDATE.lastIndex = 0;
  for (;;) {
    const at = CANDIDATE.lastIndex;
    const [, written = ''] = CANDIDATE.exec(set) ?? [];
    if (written === '') return best?.address;
    let end = written.length;
    while (written[end - 1] === ',') end--;
    const address = written.slice(0, end);
    const start = set.indexOf(written, at);
    // A comma directly after the address ends the candidate, which then has no size.
    if (address !== written) CANDIDATE.lastIndex = start + written.length;
    const sizeText = address === written ? set.slice(start + written.length, CANDIDATE.lastIndex) : '';
    const [, number = '1', unit = 'x'] = SIZE.exec(sizeText) ?? [];
    // Without a size, a candidate counts as 1x. Widths and densities do not occur in the same set.
    const size = Number(number) * (unit === 'w' ? 1 : 1000);
    if (!isPlaceholder(address) && (best === undefined || size > best.size)) best = { address, size };
  }
}

/** The address of the picture that an `img` shows after the scripts of the page have run. */
export function pictureAddress(attributes: Readonly<Record<string, string>>): string | undefined {
  const own = attributes['src'];
  const lazy = LAZY_SOURCES.map((name) => attributes[name] ?? '').find(
    (address) => !NOWHERE.test(address) && !SWITCH.test(address),
  );
  if (lazy !== undefined) return lazy;
  if (!isPlaceholder(own)) return own;
  const sets = LAZY_SETS.flatMap((name) => attributes[name] ?? []);
  return sets.map(largestCandidate).find((address) => address !== undefined);
}

/** The `img` of a `picture`. If the `img` has no address, it gets the address of the first `source` that has one. */
export function imgOfPicture(picture: Element): Element {
  const children = picture.children.filter(isTag);
  const img = children.find(({ name }) => name === 'img') ?? new Element('img', {});
  if (pictureAddress(img.attribs) === undefined) {
    for (const { attribs } of children) {
      const address = largestCandidate(attribs['srcset'] ?? attribs['data-srcset'] ?? '');
      if (address === undefined) continue;
      img.attribs['src'] = address;
      if (attribs['type'] !== undefined) img.attribs[SOURCE_TYPE] = attribs['type'];
      break;
    }
  }
  return img;
}
