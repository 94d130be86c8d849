import { kindOfShortcode, type ShortcodeKind } from './names.ts';

/** A shortcode as written: `[name attribute="value"]`, `[/name]`, `[name=value]`. */
const SHORTCODE = /\[(\/?)([a-z][\w-]{1,60})((?:[\s=][^[\]]{0,2000})?)\]/gi;
const ATTRIBUTES = /^\s+[\w-]{1,40}\s?=\s?["'“”″&\w]/;
/** In a post of WordPress, an unknown name with such an attribute is a shortcode too. */
const QUOTED = /^\s+[\w-]{1,40}=["'“”″&]/;

export interface Shortcode {
  name: string;
  kind: ShortcodeKind | 'unknown';
  /** The whole text between the brackets after the name. */
  rest: string;
  start: number;
  end: number;
  isEnd: boolean;
  /** The offset of its end tag; -1 if it has none. */
  close: number;
}

/** The shortcodes in a post, in order, without those in code and those that are only words in brackets. */
export function shortcodesIn(post: string, isPost: boolean): Shortcode[] {
  if (!post.includes('[')) return [];
  const code = codeIn(post);
  let nextCode = 0;
  const all = [...post.matchAll(SHORTCODE)].filter(({ 0: whole, index }) => {
    while ((code[nextCode]?.[1] ?? Infinity) < index) nextCode++;
    // `[[gallery]]` shows the shortcode itself.
    const isEscaped = post[index - 1] === '[' && post[index + whole.length] === ']';
    return !isEscaped && index < (code[nextCode]?.[0] ?? Infinity);
  });
  const closing = new Map<string, number[]>();
  for (const { 1: slash, 2: name = '', index } of all.toReversed()) {
    if (slash !== '/') continue;
    const known = closing.get(name.toLowerCase());
    if (known === undefined) closing.set(name.toLowerCase(), [index]);
    else known.push(index);
  }
  return all.flatMap(({ 0: whole, 1: slash, 2: written = '', 3: rest = '', index }): Shortcode[] => {
    const name = written.toLowerCase();
    const ends = closing.get(name) ?? [];
    while ((ends.at(-1) ?? Infinity) < index) ends.pop();
    const isEnd = slash === '/';
    const close = isEnd || rest.endsWith('/') ? -1 : (ends.at(-1) ?? -1);
    const kind = kindIn({ name, rest, isPost, isPaired: isEnd || close !== -1, isWord: written !== name });
    return kind === undefined
      ? []
      : [{ name, kind, rest, start: index, end: index + whole.length, isEnd, close }];
  });
}

/** The kind of a shortcode. Undefined if it is a word in brackets, such as [sic] or [video]. */
function kindIn(code: {
  name: string;
  rest: string;
  isPost: boolean;
  isPaired: boolean;
  isWord: boolean;
}): Shortcode['kind'] | undefined {
  const { name, rest, isPost, isPaired, isWord } = code;
  const kind = kindOfShortcode(name);
  if (kind === undefined) return isPost && !isWord && (isPaired || QUOTED.test(rest)) ? 'unknown' : undefined;
  const hasValue = /^=\S/.test(rest) || ATTRIBUTES.test(rest) || /^\s+(?:https?:)?\/\//i.test(rest);
  if (hasValue || isPaired || (kind === 'link' && /^\s+[\w-]{6,}$/.test(rest))) return kind;
  const isAlone = kind === 'dropped' || kind === 'layout' || kind === 'hidden';
  return isAlone && rest.trim() === '' && (isPost || name.includes('_')) ? kind : undefined;
}

/** Where the text of `pre` and `code` elements begins and ends: there, brackets are part of an example. */
function codeIn(post: string): [number, number][] {
  const found: [number, number][] = [];
  const starts = /<(pre|code)(?=[\s>])/gi;
  for (let match = starts.exec(post); match !== null; match = starts.exec(post)) {
    const end = post.indexOf(`</${match[1] ?? ''}>`, starts.lastIndex);
    if (end === -1) break;
    found.push([match.index, end]);
    starts.lastIndex = end;
  }
  return found;
}
