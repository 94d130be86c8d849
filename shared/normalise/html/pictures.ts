import type { Element } from 'domhandler';

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

/** No address of a picture. */
const NOWHERE = /^\s*(?:data:|about:|#|$)/i;

/** Files that only keep a picture's place, by the whole of their name: pixel-9-review.jpg is a picture. */
const PLACEHOLDER =
  /(?:^|\/)(?:[\w-]*placeholder[\w-]*|(?:blank|spacer|transparent|pixel|lazy(?:load)?|loading|1x1)(?:[_-](?:\d+x\d+|white|gr[ae]y|transparent|image|img))?)\.(?:gif|png|svg|jpe?g)(?:$|\?)/i;

export function isPlaceholder(address: string | undefined): boolean {
  return address === undefined || NOWHERE.test(address) || PLACEHOLDER.test(address);
}

/** A picture has a dozen sizes. */
const LONGEST_SET = 8000;

/** The largest candidate of a `srcset` (HTML Standard, "parsing a srcset attribute"); addresses may hold commas. */
export function largestCandidate(srcset: string): string | undefined {
  let best: { address: string; size: number } | undefined;
  for (const [, address = '', number, unit] of srcset
    .slice(0, LONGEST_SET)
    .matchAll(/(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)/g)) {
    // A density is no width; one of each kind never stands in the same set.
    const size = Number(number ?? 1) * (unit === 'w' ? 1 : 1000);
    if (!isPlaceholder(address) && (best === undefined || size > best.size)) best = { address, size };
  }
  return best?.address;
}

/** The address of the picture that an `img` shows once its page has run. */
export function pictureAddress(attributes: Readonly<Record<string, string>>): string | undefined {
  const own = attributes['src'];
  const lazy = LAZY_SOURCES.map((name) => attributes[name] ?? '').find((address) => !NOWHERE.test(address));
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
