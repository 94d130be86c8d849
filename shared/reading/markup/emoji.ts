import type { Element } from 'domhandler';

/** Names by which content systems mark pictures that stand for an emoji. */
const CLASS = /(?:^|[\s_-])(?:tw|wp-)?(?:emoji|smiley|smilie|emoticon|emojione|twemoji)(?:$|[\s_-])/i;
const SOURCE = /\/(?:images\/core\/)?(?:tw)?emoji(?:one|s)?[/.-]|\/(?:smilies|smileys|emoticons)\//i;
/** Sets of emoji on the servers of WordPress, Twitter, Facebook and jsDelivr. */
const EMOJI_SET =
  /^(?:https?:)?\/\/(?:s\.w\.org\/images\/core\/emoji\/|abs(?:-0)?\.twimg\.com\/emoji\/|twemoji\.maxcdn\.com\/|static\.xx\.fbcdn\.net\/images\/emoji|cdn\.jsdelivr\.net\/[^?#]{0,80}emoji)/i;
/** A file name of code points in hexadecimal: `1f3c6.png`, `1f1eb-1f1f7.svg`. */
const CODES = /\/(?:emoji_?)?u?([\da-f]{2,6}(?:[-_][\da-f]{2,6}){0,7})\.(?:png|svg|gif|webp)(?:\?|$)/i;
const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200D\uFE0F\u20E3#*\d]){1,20}$/u;
const HAS_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
/** A picture that is at least this wide is a photo of something, whatever its alternative text is. */
const LEAST_PHOTO = 100;

/** Whether an address is that of a file of a set of emoji. */
export function isEmojiFile(href: string): boolean {
  return (
    EMOJI_SET.test(href.slice(0, 500)) || (SOURCE.test(href.slice(0, 500)) && CODES.test(href.slice(-200)))
  );
}

/**
 * The characters for which a picture stands: its alternative text, or else the characters that its file is named
 * after. Undefined if the picture is not an emoji; empty if it is an emoji without a known character.
 */
export function emojiOf({ attribs }: Element): string | undefined {
  const alt = (attribs['alt'] ?? '').trim();
  const source = attribs['src'] ?? attribs['data-src'] ?? '';
  const isPhoto = Number.parseInt(attribs['width'] ?? '', 10) >= LEAST_PHOTO;
  const isMarked = CLASS.test((attribs['class'] ?? '').slice(0, 200)) || SOURCE.test(source.slice(0, 500));
  const isEmojiText = ONLY_EMOJI.test(alt) && HAS_EMOJI.test(alt);
  if (isPhoto || !(isMarked || isEmojiText)) return undefined;
  if (alt !== '' && alt.length <= 40) return alt;
  const codes = CODES.exec(source.slice(-200))?.[1];
  if (codes === undefined) return '';
  const numbers = codes.split(/[-_]/).map((code) => Number.parseInt(code, 16));
  return numbers.every((code) => code > 0x20 && code <= 0x10_ff_ff && !(code >= 0xd800 && code <= 0xdfff))
    ? String.fromCodePoint(...numbers)
    : '';
}
