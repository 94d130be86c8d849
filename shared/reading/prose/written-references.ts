import { decodeHTMLStrict } from 'entities';

/**
 * Character references in plain text. They mean nothing there, but systems that keep their texts as HTML write them
 * into plain text as well: `It&rsquo;s &pound;20 &mdash; dear`.
 */
const REFERENCE = /&(?:#(?:\d{2,6}|x[\da-f]{2,5})|[a-z]{2,8}\d{0,2});/gi;
/** References that stay, because they may be a sample of code: the signs of markup, and white space. */
const OF_CODE = /^&(?:lt|gt|quot|apos|#(?:3[49]|6[02]|x2[27]|x3[ce]));$/i;
/** Signs that the text is about references or markup. */
const IS_ABOUT_CODE =
  /<\/?[a-z][^<>]{0,200}>|&(?:lt|amp);\/?\w{1,20}(?:&gt;|;)|[`'"“‘«]&#?\w{2,8};[`'"”’»]|\b(?:x?html|xml|ampersand|entit(?:y|ies)|entit(?:é|ät|à)\w{0,3}|entidad\w{0,2}|unicode)\b/iu;

/** A reference between spaces is a sample, unless its character stands there in prose: a dash, an ampersand. */
const ALONE =
  /(?:^|\s)&(?!(?:amp|[mn]dash|hellip|bull|middot|nbsp|#8[23]\d\d|#15[01]|#160);)#?\w{2,8};(?=\s)/i;

/** A plain text with the references in it read as characters, and how many there were. */
export function withReferencesRead(text: string): { text: string; count: number } {
  let count = 0;
  if (!text.includes('&') || IS_ABOUT_CODE.test(text) || ALONE.test(text)) return { text, count };
  const read = text.replace(REFERENCE, (reference) => {
    const character = OF_CODE.test(reference) ? reference : decodeHTMLStrict(reference);
    // The characters below U+0020 separate lines.
    if (character === reference || character < ' ' || character === '\uFFFD') return reference;
    count++;
    return character;
  });
  return { text: read, count };
}
