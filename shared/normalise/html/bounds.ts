import { Parser } from 'htmlparser2';

/** Elements within elements; real articles stay below 40. */
export const MAX_DEPTH = 200;
/** Characters per step: after each the depth is looked at, so that the open-element stack stays short. */
const STEP = 4096;

/**
 * Whether markup stays within the depth bound. Linear in its length, and stops at the first element too deep: the
 * sanitiser behind it is quadratic on unclosed nesting (560 kB of it take seven seconds).
 */
export function withinDepth(html: string): boolean {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag: () => (deepest = Math.max(deepest, ++depth)),
    onclosetag: () => depth--,
  });
  for (let at = 0; at < html.length && deepest <= MAX_DEPTH; at += STEP) {
    parser.write(html.slice(at, at + STEP));
  }
  return deepest <= MAX_DEPTH;
}
