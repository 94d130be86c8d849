import { Element, isTag } from 'domhandler';
import { SOURCE_TYPE } from './caption-rules.ts';

/** Attributes in which pages keep a picture's address until it is scrolled to, best first. */
const LAZY_SOURCES = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-url',
  'data-hi-res-src',
  'data-actualsrc',
];
/** What scripts keep there where it is no address: `data-lazy="true"`. */
const SWITCH = /^\s*[\w-]+\s*$/;
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** No address of a picture. */
const NOWHERE = /^\s*(?:data:|about:|#|$)/i;

/** Files that only keep a picture's place, by the whole of their name: pixel-9-review.jpg is a picture. */
const PLACEHOLDER =
  /^(?:[\w-]*placeholder[\w-]*|(?:blank|spacer|transparent|pixel|lazy(?:load)?|loading|1x1)(?:[_-](?:\d+x\d+|white|gr[ae]y|transparent|image|img))?)\.(?:gif|png|svg|jpe?g)$/i;
/** Characters of a file's name, of which a placeholder's has few. */
const LONGEST_NAME = 100;

export function isPlaceholder(address: string | undefined): boolean {
  if (address === undefined || NOWHERE.test(address)) return true;
  const query = address.indexOf('?');
  const path = query === -1 ? address : address.slice(0, query);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length <= LONGEST_NAME && PLACEHOLDER.test(name);
}

/** A picture has a dozen sizes. */
const LONGEST_SET = 8000;

/** White space and commas, an address, and what is said of its size up to the next comma (HTML Standard 2.5.10). */
const CANDIDATE = /[\s,]*([^\s,]\S*)([^,]*)/y;
const SIZE = /^\s*(\d+(?:\.\d+)?)([wx])\s*$/;

/** The largest candidate of a `srcset` (HTML Standard, "parsing a srcset attribute"); addresses may hold commas. */
export function largestCandidate(srcset: string): string | undefined {
  const set = srcset.slice(0, LONGEST_SET);
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
    // A comma right behind the address ends the candidate: nothing was said of its size.
    if (address !== written) CANDIDATE.lastIndex = start + written.length;
    const said = address === written ? set.slice(start + written.length, CANDIDATE.lastIndex) : '';
    const [, number = '1', unit = 'x'] = SIZE.exec(said) ?? [];
    // A density is no width; one of each kind never stands in the same set.
    const size = Number(number) * (unit === 'w' ? 1 : 1000);
    if (!isPlaceholder(address) && (best === undefined || size > best.size)) best = { address, size };
  }
}

/** The address of the picture that an `img` shows once its page has run. */
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

/** Pictures that count the reader: a pixel or nothing in size. */
export function isTrackingPixel({ attribs }: Element): boolean {
  const tiny = (value: string | undefined): boolean => /^\s*[01](?:px)?\s*$/.test(value ?? '');
  return tiny(attribs['width']) && tiny(attribs['height']);
}

/** A `picture` is its `img`; the sources are other sizes and types of the same. */
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
