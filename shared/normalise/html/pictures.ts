import { Element, isTag } from 'domhandler';

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
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** Addresses that only keep a picture's place: none at all, or a file of such a name. */
const NO_ADDRESS = /^\s*(?:data:|about:|#|$)/i;
const PLACEHOLDER =
  /(?:blank|placeholder|spacer|transparent|pixel|lazy(?:load)?|loading|1x1)[\w-]*\.(?:gif|png|svg|jpe?g)$/i;
/** Characters of a file's name that are looked at. */
const NAME_END = 100;

export function isPlaceholder(address: string | undefined): boolean {
  if (address === undefined || NO_ADDRESS.test(address)) return true;
  const query = address.indexOf('?');
  const path = query === -1 ? address : address.slice(0, query);
  return PLACEHOLDER.test(path.slice(-NAME_END));
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
  const lazy = LAZY_SOURCES.map((name) => attributes[name]).find((address) => !isPlaceholder(address));
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
    const sets = children.flatMap(({ attribs }) => attribs['srcset'] ?? attribs['data-srcset'] ?? []);
    const address = sets.map(largestCandidate).find((candidate) => candidate !== undefined);
    if (address !== undefined) img.attribs['src'] = address;
  }
  return img;
}
