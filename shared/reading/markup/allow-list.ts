/**
 * What stored HTML may contain, as data: everything not named here goes. Never on the list, because of published
 * bypasses (sanitize-html advisories 2.17.3 to 2.17.7): script, style, textarea, option, xmp, noscript, svg, math,
 * form and `style=`.
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

export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': ['lang', 'dir'],
  a: ['href', 'title'],
  abbr: ['title'],
  blockquote: ['cite'],
  del: ['datetime'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ins: ['datetime'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
};

/** Attributes that hold an address; each is made absolute or dropped. */
export const ADDRESS_ATTRIBUTES: readonly string[] = ['href', 'src', 'cite'];

export const ALLOWED_SCHEMES: string[] = ['http', 'https', 'mailto', 'tel'];
/** A picture or the origin of a quotation is fetched or followed, so it has a narrower list. */
export const ALLOWED_SCHEMES_BY_TAG: Record<string, string[]> = {
  img: ['http', 'https'],
  blockquote: ['http', 'https'],
  q: ['http', 'https'],
};

/**
 * Elements whose text is never the article's: it goes with the element. Of `object` and `applet` the text stays: it is
 * what is read where they cannot be shown.
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
