import { describe, expect, test } from 'vitest';
import { read, readOne } from '../../drafted.ts';

/** Posts of WordPress: from its export (WXR), where they are as their authors wrote them, and from its feeds. */

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"';
const wxr = (post: string): string =>
  `<rss version="2.0" ${NAMESPACES}><channel><title>Dune Herald</title><wp:wxr_version>1.2</wp:wxr_version>
   <item><title>Dunes</title><guid isPermaLink="false">d1</guid><content:encoded><![CDATA[${post}]]></content:encoded>
   <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`;
const feed = (post: string, generator = ''): string =>
  `<rss version="2.0" ${NAMESPACES}><channel><title>Dune Herald</title>${generator}
   <item><title>Dunes</title><guid isPermaLink="false">d1</guid><content:encoded><![CDATA[${post}]]></content:encoded></item></channel></rss>`;
const fromExport = (post: string) => readOne(wxr(post), 'application/rss+xml');
const fromFeed = (post: string, generator?: string) => readOne(feed(post, generator), 'application/rss+xml');
const bodyOf = (post: string): string => fromExport(post).content.body.replaceAll('<br />\n', '<br>');

describe('the text of an exported post', () => {
  test.each([
    ['The dune moved.\n\nIt moved again.', '<p>The dune moved.</p>\n<p>It moved again.</p>'],
    ['The dune moved.\r\n\r\nIt moved again.', '<p>The dune moved.</p>\n<p>It moved again.</p>'],
    ['The dune moved\nby a metre.', '<p>The dune moved<br>by a metre.</p>'],
    ['el médano avanzó\n \nun metro', '<p>el médano avanzó</p>\n<p>un metro</p>'],
    ['沙丘移動了。\n\n又移動了。', '<p>沙丘移動了。</p>\n<p>又移動了。</p>'],
    ['One &amp; two.\n\n&nbsp;\n\nThree.', '<p>One &amp; two.</p>\n<p>Three.</p>'],
    [
      'Before.\n<h2>Why</h2>\nAfter it,\na line.\n\nThe end.',
      '<p>Before.</p>\n<h2>Why</h2>\n<p>After it,<br>a line.</p>\n<p>The end.</p>',
    ],
    [
      'Three of them:\n<ul>\n\t<li>sand</li>\n\t<li>grass</li>\n</ul>\nThe end.',
      '<p>Three of them:</p>\n<ul>\n\t<li>sand</li>\n\t<li>grass</li>\n</ul>\n<p>The end.</p>',
    ],
    [
      '<blockquote>It moves.\n\nAlways.</blockquote>\nSo he said.',
      '<blockquote><p>It moves.</p>\n<p>Always.</p></blockquote>\n<p>So he said.</p>',
    ],
    ['First.<br />\nSecond.', '<p>First.<br>Second.</p>'],
    [
      '<p class="x">The dune\nmoved.</p>\n\nIt moved again.',
      '<p>The dune\nmoved.</p>\n<p>It moved again.</p>',
    ],
    [
      'See <a\nhref="https://dune.example.org/">the\ndune</a>.',
      '<p>See <a href="https://dune.example.org/">the<br>dune</a>.</p>',
    ],
  ])('%j has its paragraphs and its lines', (post, body) => {
    expect(bodyOf(post)).toBe(body);
  });

  test('of the block editor stays as it is, without the comments', () => {
    const post =
      '<!-- wp:paragraph {"dropCap":true} -->\n<p>The dune moved.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n<!-- wp:heading -->\n<h2>Why</h2>\n<!-- /wp:heading -->\n<!-- wp:latest-posts /-->';
    expect(fromExport(post)).toMatchObject({
      content: { body: '<p>The dune moved.</p>\n<h2>Why</h2>' },
      removed: [],
    });
  });

  test('has a link for an address that stands alone on its line', () => {
    expect(bodyOf('The dune moved.\n\nhttps://video.example.org/7\n\nThe end.')).toContain(
      '<p><a href="https://video.example.org/7">https://video.example.org/7</a></p>',
    );
  });
});

describe('a shortcode', () => {
  const IMG = '<img src="https://dune.example.org/a.jpg" alt="A dune" />';
  const PICTURE = '<img src="https://dune.example.org/a.jpg" alt="A dune" />';

  test.each([
    [
      `[caption id="a_1" align="aligncenter" width="600"]${IMG} The dune <em>today</em>[/caption]`,
      `<figure>${PICTURE}<figcaption>The dune <em>today</em></figcaption></figure>`,
    ],
    [
      `[caption width="600" caption="The dune today"]${IMG}[/caption]`,
      `<figure>${PICTURE}<figcaption>The dune today</figcaption></figure>`,
    ],
    [
      '[embed width="600"]https://www.youtube.com/watch?v=abcdefghijk[/embed]',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
    ],
    [
      '[youtube https://youtu.be/abcdefghijk]',
      '<p><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p>',
    ],
    [
      '[youtube=https://youtu.be/abcdefghijk]',
      '<p><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p>',
    ],
    ['[vimeo 123456789]', '<p><a href="https://vimeo.com/123456789">https://vimeo.com/123456789</a></p>'],
    [
      '[vimeo id="123456789"]',
      '<p><a href="https://vimeo.com/123456789">https://vimeo.com/123456789</a></p>',
    ],
    [
      '[youtube]abcdefghijk[/youtube]',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
    ],
  ])('%s is shown as what it stands for', (code, shown) => {
    const drafts = [fromExport, fromFeed].map((draft) => draft(`Text before.\n\n${code}\n\nText after.`));
    for (const { content, notes } of drafts) {
      expect(content.body).toContain(shown);
      expect(content.body).not.toMatch(/[[\]]/);
      expect(notes.filter((note) => note.includes('shortcode'))).toEqual([]);
    }
  });

  test.each([
    ['[audio mp3="https://dune.example.org/a.mp3"][/audio]', 'https://dune.example.org/a.mp3'],
    ['[audio https://dune.example.org/a.mp3]', 'https://dune.example.org/a.mp3'],
    ['[video width="640" mp4="https://dune.example.org/a.mp4"][/video]', 'https://dune.example.org/a.mp4'],
    ['[video src=&#8221;https://dune.example.org/a.mp4&#8221;]', 'https://dune.example.org/a.mp4'],
  ])('%s is a recording of the article', (code, href) => {
    const { content } = fromExport(`Text before.\n\n${code}\n\nText after.`);
    expect(content.associations.map((association) => association.href)).toEqual([href]);
    expect(content.body).toBe('<p>Text before.</p>\n<p>Text after.</p>');
  });

  test.each([
    ['[gallery ids="4,5,6"]', 'gallery'],
    ['[gallery]', 'gallery'],
    ['[contact-form-7 id="12" title="Kontakt"]', 'contact-form-7'],
    ['[contact-form][contact-field label="Name" type="name"/][/contact-form]', 'contact-form, contact-field'],
    ['[rev_slider alias="home"]', 'rev_slider'],
    ['[my_widget color="red"]', 'my_widget'],
    ['[vc_raw_html]JTNDc2NyaXB0JTNF[/vc_raw_html]', 'vc_raw_html'],
  ])('%s is left out with a note', (code, names) => {
    const { content, notes } = fromExport(`Text before.\n\n${code}\n\nText after.`);
    expect(content.body).toBe('<p>Text before.</p>\n<p>Text after.</p>');
    expect(notes).toContain(`shortcodes of the website left out: ${names}`);
  });

  test.each([
    '[vc_row full_width="stretch"][vc_column width="1/2"][vc_column_text css=".a{b:c}"]The dune moved.[/vc_column_text][/vc_column][/vc_row]',
    '[et_pb_section bb_built="1"][et_pb_row][et_pb_text admin_label="Text"]The dune moved.[/et_pb_text][/et_pb_row][/et_pb_section]',
    '[fusion_builder_container][fusion_text]The dune moved.[/fusion_text][/fusion_builder_container]',
  ])('of a page builder is left out, and the text in it stays: %s', (post) => {
    for (const { content, notes, removed } of [fromExport(post), fromFeed(post)]) {
      expect(content.body).toBe('<p>The dune moved.</p>');
      expect(notes.some((note) => note.startsWith('shortcodes of the website left out: '))).toBe(true);
      expect(removed).toEqual([]);
    }
  });

  test('of a page builder may keep a heading in an attribute, and may be within a line', () => {
    expect(bodyOf('[vc_custom_heading text="Why it moves"]\n\nThe dune moved.')).toContain(
      'Why it moves</h3>',
    );
    expect(bodyOf('The dune [su_highlight background="#ff0"]moved[/su_highlight] again.')).toBe(
      '<p>The dune moved again.</p>',
    );
  });

  test.each([
    'He said the dune “move[d] again” [sic].',
    'As before [1], the dune moved [2][3].',
    '[Editor’s note: the dune is in the north.] It moved.',
    '[NdR: la duna è a nord] Si è mossa.',
    'Watch the dune [video] or listen [audio].',
    'The list is [a, b = c] and not [d].',
    '[Note x=3 in the first table] The dune moved.',
    'In the code <code>[gallery ids="1"]</code> is a gallery.',
    'Write [[gallery]] for it.',
    '[UPDATE 12:30] The dune moved.',
  ])('is not what stands in other brackets: %s', (text) => {
    for (const { content } of [fromExport(text), fromFeed(`<p>${text}</p>`)])
      expect(content.body).toBe(`<p>${text}</p>`);
  });

  test('that is bare or not known is a word in a feed that is not from WordPress', () => {
    const text = '<p>The dune [poll] moved [my-thing a="1"] today.</p>';
    expect(fromFeed(text).content.body).toBe(text);
    expect(fromFeed(text, '<generator>https://wordpress.org/?v=6.5</generator>').content.body).toBe(
      '<p>The dune  moved  today.</p>',
    );
  });
});

test.each([
  '[a '.repeat(50_000),
  '[caption]'.repeat(50_000),
  '<p '.repeat(50_000),
  '<!--'.repeat(50_000),
  '\n '.repeat(50_000),
  '[x a="'.repeat(50_000),
  '[/vc_row]'.repeat(50_000),
  '<code>['.repeat(50_000),
])('a hostile post is read in time: %#', (post) => {
  const start = performance.now();
  read(wxr(`The dune moved. ${post}`), 'application/rss+xml');
  expect(performance.now() - start).toBeLessThan(10_000);
});
