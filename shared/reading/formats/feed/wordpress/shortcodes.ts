import { escapedText } from '../../../markup/serialise.ts';
import { type Shortcode, shortcodesIn } from './find-shortcodes.ts';
import { INLINE, SITES, TEXT_ATTRIBUTES } from './names.ts';

/** A post without its shortcodes, and notes about those that cannot be shown. */
export interface PlainPost {
  html: string;
  notes: string[];
}

const ATTRIBUTE =
  /([\w-]{1,40})\s?=\s?(?:"([^"]{0,1000})"|'([^']{0,1000})'|[“”″]([^“”″]{0,1000})[“”″]|([^\s"'“”″]+))/g;

/**
 * Replaces the shortcodes of a post by what they stand for: a figure, a link or a recording. The tags of page builders
 * are left out, and the text between them stays. Other brackets in the text stay. `isPost`: whether the text is known to
 * be from WordPress, so that a shortcode may have any name, and a known one may stand without attributes.
 */
export function withoutShortcodes(post: string, isPost: boolean): PlainPost {
  const codes = shortcodesIn(post, isPost);
  if (codes.length === 0) return { html: post, notes: [] };
  const dropped = new Map<string, number>();
  let html = '';
  let from = 0;
  for (const code of codes) {
    if (code.start < from) continue;
    html += post.slice(from, code.start);
    const inner = code.close === -1 ? '' : post.slice(code.end, code.close);
    const shown = code.isEnd ? undefined : insteadOf(code, inner);
    if (shown === undefined && !code.isEnd) dropped.set(code.name, (dropped.get(code.name) ?? 0) + 1);
    html += shown?.html ?? (isBlock(code) ? `\n\n${textOf(code)}` : '');
    const isWhole = shown !== undefined || (code.kind === 'hidden' && BASE64.test(inner));
    from = isWhole && code.close !== -1 ? post.indexOf(']', code.close) + 1 : code.end;
  }
  const names = [...dropped].map(([name, count]) => (count > 1 ? `${name} (${count})` : name));
  const noted = `shortcodes of the website left out: ${names.join(', ').slice(0, 200)}`;
  return { html: html + post.slice(from), notes: names.length > 0 ? [noted] : [] };
}

const BASE64 = /^[\w+/=%\s-]*$/;

const isBlock = ({ kind, name }: Shortcode): boolean => kind === 'layout' && !INLINE.test(name);

function attributesOf(rest: string): ReadonlyMap<string, string> {
  const plain = rest.replaceAll('&quot;', '"').replace(/&#8221;|&#8243;|&#8220;/g, '"');
  return new Map(
    [...plain.matchAll(ATTRIBUTE)].map(
      ([, name = '', ...values]: (string | undefined)[]): [string, string] => [
        name.toLowerCase(),
        values.find((value) => value !== undefined) ?? '',
      ],
    ),
  );
}

/** What is shown instead of a shortcode and the text up to its end tag. Undefined if it cannot be shown. */
function insteadOf(code: Shortcode, inner: string): { html: string } | undefined {
  if (code.kind !== 'caption' && code.kind !== 'link' && code.kind !== 'recording') return undefined;
  const attributes = attributesOf(code.rest);
  if (code.kind === 'caption') return { html: captioned(inner, attributes.get('caption')) };
  const html = code.kind === 'link' ? linkOf(code, inner, attributes) : recordingOf(code, inner, attributes);
  return html === undefined ? undefined : { html };
}

/** The text of a caption comes after the picture, or, in old posts, in an attribute. */
function captioned(inner: string, stated: string | undefined): string {
  const picture = /^\s*(?:<a\s[^<>]*>\s*<img\s[^<>]*>\s*<\/a>|<img\s[^<>]*>)/i.exec(inner)?.[0];
  if (picture === undefined) return inner;
  const caption = (stated ?? inner.slice(picture.length)).trim();
  const shown = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `\n\n<figure>${picture.trim()}${shown}</figure>\n\n`;
}

const WEB_ADDRESS = /(?:https?:)?\/\/[^\s"'<>[\]“”]{3,2000}/i;

function linkOf(
  { name, rest }: Shortcode,
  inner: string,
  attributes: ReadonlyMap<string, string>,
): string | undefined {
  const address = (WEB_ADDRESS.exec(rest) ?? WEB_ADDRESS.exec(inner))?.[0];
  const plain = /^(?:\s+|=)([\w-]{6,40})\s*\/?$/.exec(rest)?.[1] ?? /^\s*([\w-]{6,40})\s*$/.exec(inner)?.[1];
  const id = attributes.get('id') ?? attributes.get('clip_id') ?? attributes.get('v') ?? plain;
  const prefix = SITES.get(name) ?? '';
  const href = address ?? (id !== undefined && prefix !== '' ? prefix + encodeURIComponent(id) : undefined);
  if (href === undefined) return undefined;
  const target = href.replaceAll('&amp;', '&').replace(/^\/\//, 'https://');
  const shown = escapedText(target);
  return `\n\n<p><a href="${shown.replaceAll('"', '&quot;')}">${shown}</a></p>\n\n`;
}

const RECORDINGS = [
  'src',
  'url',
  'mp3',
  'mp4',
  'm4a',
  'm4v',
  'ogg',
  'wav',
  'webm',
  'ogv',
  'flv',
  'mov',
  'file',
];

/** A recording becomes an element of HTML, and this an association of the article. */
function recordingOf(
  { name, rest }: Shortcode,
  inner: string,
  attributes: ReadonlyMap<string, string>,
): string | undefined {
  const stated = RECORDINGS.map((attribute) => attributes.get(attribute)).find(
    (value) => value !== undefined,
  );
  const source = stated ?? (WEB_ADDRESS.exec(rest) ?? WEB_ADDRESS.exec(inner))?.[0];
  if (source === undefined || source === '') return undefined;
  const element = /video|mp4/.test(name) ? 'video' : 'audio';
  const quoted = (value: string): string => value.replaceAll('&amp;', '&').replace(/[&"<>]/g, escapedQuoted);
  const poster = attributes.get('poster');
  return `\n\n<${element} src="${quoted(source)}"${poster === undefined ? '' : ` poster="${quoted(poster)}"`}></${element}>\n\n`;
}

const escapedQuoted = (character: string): string => `&#${character.charCodeAt(0)};`;

/** The text that a page builder keeps in an attribute. */
function textOf({ name, rest }: Shortcode): string {
  const known = TEXT_ATTRIBUTES.find((entry) => entry.name.test(name));
  const text = known === undefined ? '' : (attributesOf(rest).get(known.attribute) ?? '');
  return known === undefined || text.trim() === '' ? '' : `<${known.element}>${text}</${known.element}>\n\n`;
}
