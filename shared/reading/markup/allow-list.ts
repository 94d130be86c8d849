/**
 * The elements that stored HTML may contain; all other elements are removed. Never add script, style, textarea,
 * option, xmp, noscript, svg, math, form or `style=`: published attacks use them to bypass sanitisers (see the
 * security fixes in the sanitize-html versions 2.17.3 to 2.17.7).
 */
export const ALLOWED_TAGS: string[] = [
  'p',
  'br',
  'hr',
  'div',
  'span',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'code',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'a',
  'em',
  'strong',
  'b',
  'i',
  'u',
  's',
  'del',
  'ins',
  'mark',
  'small',
  'sub',
  'sup',
  'q',
  'cite',
  'abbr',
  'time',
  'ruby',
  'rt',
  'rp',
  'bdi',
  'figure',
  'figcaption',
  'img',
];

/** The attributes that stored HTML may contain, by element; `*`: on every element. */
export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': ['lang', 'dir'],
  a: ['href', 'title'],
  abbr: ['title'],
  blockquote: ['cite'],
  del: ['datetime'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ins: ['datetime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
};

/** Attributes that contain an address. Each is made absolute, or removed if that is impossible. */
export const ADDRESS_ATTRIBUTES: readonly string[] = ['href', 'src', 'cite'];

export const ALLOWED_SCHEMES: string[] = ['http', 'https', 'mailto', 'tel'];
/**
 * Fewer schemes for pictures, because browsers and feed programs load them without being asked, and for the address
 * of the page that a quotation comes from (`cite`).
 */
export const ALLOWED_SCHEMES_BY_TAG: Record<string, string[]> = {
  img: ['http', 'https'],
  blockquote: ['http', 'https'],
  q: ['http', 'https'],
};

/**
 * Elements that are removed with their text, because their text is never part of the article. The text in `object`
 * and `applet` stays: it is meant for readers whose programs cannot show the object.
 */
export const TAGS_DROPPED_WITH_TEXT: string[] = [
  'script',
  'style',
  'textarea',
  'option',
  'xmp',
  'noscript',
  'noembed',
  'noframes',
  'template',
  'title',
  'svg',
  'math',
  'iframe',
  'select',
  'button',
  'canvas',
  'plaintext',
  'head',
];
