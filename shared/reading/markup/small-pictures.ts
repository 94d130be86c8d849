import type { Element } from 'domhandler';
import { declarationsOf } from './inline-style.ts';

/** Pictures that are no pictures of the story: counters of readers, portraits of authors, logos and signs. */

type Attributes = Readonly<Record<string, string>>;

/** Hosts and paths of pictures that only count readers. */
const COUNTER =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:pixel\.wp\.com|stats\.wordpress\.com|feeds\.feedburner\.com\/~|feedads\.g\.doubleclick\.net|pixel\.quantserve\.com|(?:sb|b)\.scorecardresearch\.com|google-analytics\.com|googleads\.g\.doubleclick\.net|ad\.doubleclick\.net|facebook\.com\/tr\b|pixel\.facebook\.com|bat\.bing\.com|px\.ads\.linkedin\.com|c\.statcounter\.com|(?:vg\d{2}|ssl-vg\d{2})\.met\.vgwort\.de|vgwort\.de|rss\.buysellads\.com|da\.feedsportal\.com|counter\.yadro\.ru|mc\.yandex\.ru\/(?:watch|pixel)|xiti\.com|ioam\.de|sitemeter\.com|pi\.feedsportal\.com)/i;

/** The width and height that an `img` states, in attributes or in its style. */
function sizeOf(attribs: Attributes): { width?: number | undefined; height?: number | undefined } {
  const style = declarationsOf(attribs['style']);
  const pixels = (value: string | undefined): number | undefined => {
    const number = /^\s*(\d{1,5}(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
  };
  return {
    width: pixels(style.get('width')) ?? pixels(attribs['width']),
    height: pixels(style.get('height')) ?? pixels(attribs['height']),
  };
}

/**
 * Whether a picture only counts readers: at most one pixel wide and high, or from a known counter. If one of the two
 * sizes is not stated, the other one decides.
 */
export function isTrackingPixel({ attribs }: Element): boolean {
  const { width, height } = sizeOf(attribs);
  const isStated = (side: 'width' | 'height'): boolean =>
    attribs[side] !== undefined || declarationsOf(attribs['style']).has(side);
  const isTiny =
    (width ?? (isStated('width') ? Infinity : 0)) <= 1 &&
    (height ?? (isStated('height') ? Infinity : 0)) <= 1;
  return (isTiny && (width ?? height) !== undefined) || isCounter(attribs['src'] ?? '');
}

/** Whether an address is that of a known counter of readers. */
export function isCounter(href: string): boolean {
  return COUNTER.test(href.trim().slice(0, 300));
}

/** Words for portraits of authors, for logos and for signs. */
const WORDS = [
  '(?:gr)?avatar',
  '(?:author|byline|profile)[_-]?(?:photo|image|img|pic(?:ture)?|avatar|thumb(?:nail)?|headshot|portrait)',
  'headshot',
  'mugshot',
  '(?:(?:site|brand|header|footer|publisher|source|partner)[_-]?)?logo(?:type)?',
  'icons?',
  'sprite',
  'favicon',
  '(?:share|social)[_-]?(?:button|icon)',
  'badge',
  'spacer',
].join('|');
/** In a class or an `itemprop`, the word is a part of a name. */
const IN_CLASS = new RegExp(String.raw`(?:^|[\s_-])(?:${WORDS})(?:$|[\s_-])`, 'i');
/** In a file name, the word is at the end: `site-logo@2x.png`. The name of a photo goes on: `icons-of-jazz.jpg`. */
const IN_FILE = new RegExp(String.raw`(?:^|[_-])(?:${WORDS})(?:[_@-]?\d{1,4}(?:x\d{0,4})?)?\.\w{2,5}$`, 'i');
const PORTRAIT_HOST = /^(?:https?:)?\/\/(?:[\w-]+\.)*gravatar\.com\//i;

/** Whether an address is that of a service for portraits. */
export function isPortrait(href: string): boolean {
  return PORTRAIT_HOST.test(href.trim().slice(0, 300));
}

/** A picture that is at most this wide and high, in pixels, is a sign or a portrait beside a name. */
const LARGEST_SIGN = 64;

/**
 * Whether a picture is a portrait of an author, a logo or a sign. It stays in the text, but it is not one of the
 * pictures of the article, so it never represents the article in a feed.
 */
export function isBesideTheStory(attribs: Attributes): boolean {
  const { width = Infinity, height = Infinity } = sizeOf(attribs);
  if (width <= LARGEST_SIGN && height <= LARGEST_SIGN) return true;
  if (Math.min(width, height) > 2 * LARGEST_SIGN && Math.max(width, height) < Infinity) return false;
  const source = (attribs['src'] ?? '').slice(0, 500);
  if (PORTRAIT_HOST.test(source)) return true;
  const query = source.search(/[?#]/);
  const path = query === -1 ? source : source.slice(0, query);
  const names = `${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`.slice(0, 300);
  return IN_CLASS.test(names) || IN_FILE.test(path.slice(path.lastIndexOf('/') + 1).slice(-100));
}
