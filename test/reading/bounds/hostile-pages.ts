import { type Hostile, repeated } from './repeated.ts';

const HTML = 'text/html; charset=utf-8';
const HEAD = '<!doctype html><html lang="en"><head><title>The bridge</title></head><body>';
const STORY = `<article><h1>The bridge</h1>${'<p>Traffic has been back since noon, the council said, and the river has been falling.</p>'.repeat(8)}`;
/** Just below the number of elements up to which the library Readability searches a page for its article. */
const SEARCHED = 11_900;

const UNITS: readonly string[] = [
  '<div>x</div>',
  '<div>',
  '<p>x</p>',
  '<p>',
  '<br>',
  '<br>x',
  'x<br><br>',
  '<a href=x>y</a>',
  '<a>',
  '<b>x</b>',
  '<span>x',
  '<font>x</font>',
  '<h2>x</h2>',
  '<li>x',
  '<ul><li>x</li></ul>',
  '<table><tr><td>x</td></tr></table>',
  '<td>',
  '<img src=x.jpg>',
  '<img srcset="a 1x">',
  '<noscript><img src=a></noscript>',
  '<section>x</section>',
  '<div class=comment>x</div>',
  '<div class=article><p>x, y, z</p></div>',
  '<form>x</form>',
  '<input>',
  '<svg></svg>',
  '<iframe></iframe>',
  '<script>x</script>',
  '<style>x</style>',
  '<!-- -->',
  '<meta name=author content=x>',
  '<meta property=og:title content=x>',
  '<link rel=canonical href=x>',
  '<script type=application/ld+json>{}</script>',
  '<script type=application/ld+json>{"@type":"NewsArticle","headline":"x"}</script>',
  '<title>x</title>',
  '<p>a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p.</p>',
  '<blockquote><p>x, y</p></blockquote>',
  '<div><div><p>x</p></div></div>',
  '<p><br></p>',
  '&nbsp;',
  '<a name=x></a>',
  '<body>',
  '<html>',
  '<head>',
  '<base href=x>',
  '<figure><img src=x></figure>',
  '<span class=byline>By Jane Roe</span>',
  '<time datetime=2026-04-13>x</time>',
  '<object></object>',
];

/** Values that Readability matches with its regular expressions. */
const LARGE: readonly Hostile[] = [
  ['a text', 'x ', `${HEAD}${STORY}<p>`],
  ['a text of commas', 'x,', `${HEAD}${STORY}<p>`],
  ['a text of white space', ' ', `${HEAD}${STORY}<p>`],
  ['a title', 'x ', '<!doctype html><html><head><title>'],
  ['a title of dashes', 'x - ', '<!doctype html><html><head><title>'],
  ['a title of bars', ' | ', '<!doctype html><html><head><title>'],
  ['a title of white space', ' ', '<!doctype html><html><head><title>x'],
  ['a meta', 'x ', '<!doctype html><html><head><meta name=author content="'],
  ['a class', 'comment ', `${HEAD}${STORY}<div class="`],
  ['an id', 'x', `${HEAD}${STORY}<div id="`],
  ['a style', 'display : ', `${HEAD}${STORY}<div style="`],
  ['a srcset', 'a 1x, ', `${HEAD}${STORY}<img srcset="`],
  ['a data address', 'A', `${HEAD}${STORY}<img src="data:image/png;base64,`],
  ['an attribute of pictures', 'x.jpg ', `${HEAD}${STORY}<img data-a="`],
  ['an attribute of spaces', ' ', `${HEAD}${STORY}<img data-a="x`],
  ['a JSON-LD', '[', '<!doctype html><html><head><script type="application/ld+json">'],
  [
    'a JSON-LD of text',
    'x',
    '<!doctype html><html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"',
  ],
  ['a comment', '-', `${HEAD}${STORY}<!--`],
  ['a byline', 'by ', `${HEAD}${STORY}<span class=byline>`],
].map(([is = '', unit = '', head = '']) =>
  repeated(`page: ${is}`, HTML, unit, { head, tail: `">x</p></title></script></head><body>${STORY}` }),
);

export const HOSTILE_PAGES: readonly Hostile[] = [
  ...UNITS.flatMap((unit) => {
    const elements = Math.max(1, unit.split(/<[a-z]/).length - 1);
    return [
      repeated(`page: ${unit}`, HTML, unit, { head: HEAD + STORY }),
      // As many elements as a page may have that Readability searches.
      repeated(`page, searched: ${unit}`, HTML, unit, {
        head: HEAD + STORY,
        count: Math.floor(SEARCHED / elements),
      }),
      repeated(`page, searched, with text: ${unit}`, HTML, `${unit}${'word, '.repeat(50)}`, {
        head: HEAD + STORY,
        count: Math.floor(SEARCHED / elements),
      }),
    ];
  }),
  ...LARGE,
  ...[20, 150].map((levels) =>
    repeated(
      `page: ${levels} levels around paragraphs`,
      HTML,
      '<p>x, y, z and a little more than that, as pages have it.</p>',
      {
        head: HEAD + '<div>'.repeat(levels),
        count: SEARCHED - levels,
      },
    ),
  ),
  repeated('page: 60 levels, again and again', HTML, `${'<div>'.repeat(60)}x${'</div>'.repeat(60)}`, {
    head: HEAD,
    count: 190,
  }),
];
