import { describe, expect, test } from 'vitest';
import { readOne } from '../../drafted.ts';

const item = (parts: string, start = '<?xml version="1.0"?>'): string =>
  `${start}<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Bay</title><link>https://bay.example/</link><item><title>Tram runs</title><guid>1</guid><description>The tram to the bay runs again.</description>${parts}</item></channel></rss>`;
const RSS = 'application/rss+xml';
const file = (inner: string): string =>
  `<media:content url="https://bay.example/v.mp4" type="video/mp4">${inner}</media:content>`;

describe('the status of a file of an item', () => {
  test.each([
    file('<media:status state="blocked"/>'),
    file('<media:status state="deleted" reason="libel"/>'),
    file('<media:status state="quarantined"/>'),
    `<media:group>${file('')}${file('<media:status state="blocked"/>')}</media:group>`,
    `<media:group><media:status state="blocked"/>${file('')}</media:group>`,
  ])('that is not active withholds the article, but does not withdraw it: %s', (parts) => {
    const { pubstatus, notes } = readOne(item(parts), RSS);
    expect(pubstatus).toBe('withheld');
    expect(notes.join()).toContain('media:status of a file');
  });

  test.each([file('<media:status state="active"/>'), file('')])(
    'that is active says nothing: %s',
    (parts) => {
      expect(readOne(item(parts), RSS).pubstatus).toBe('usable');
    },
  );
});

describe('pictures of an item that are none of the story', () => {
  test.each([
    '<media:thumbnail url="https://t.example/p.gif" width="1" height="1"/>',
    '<media:content url="https://pixel.wp.com/b.gif?v=rss" medium="image"/>',
    '<media:content url="https://1.gravatar.com/avatar/abc?s=96&amp;d=identicon" medium="image"/>',
    '<media:content url="https://s.w.org/images/core/emoji/15/72x72/1f600.png" medium="image"/>',
    '<enclosure url="https://secure.gravatar.com/avatar/abc.jpg" type="image/jpeg" length="10"/>',
    '<media:thumbnail url="https://cdn.jsdelivr.net/gh/jdecked/twemoji@15/assets/72x72/1f600.png"/>',
  ])('%s is left out with a note', (parts) => {
    const { content, notes } = readOne(item(parts), RSS);
    expect(content.associations).toEqual([]);
    expect(notes.join()).toContain('not one of the story');
  });

  test.each([
    '<media:content url="https://bay.example/emoji-museum.jpg" medium="image"/>',
    '<media:thumbnail url="https://bay.example/emoji/poster.jpg" width="800" height="600"/>',
    '<media:content url="https://bay.example/gravatar.com/a.jpg" medium="image"/>',
    '<enclosure url="https://bay.example/1f600.jpg" type="image/jpeg" length="1"/>',
  ])('%s stays', (parts) => {
    expect(readOne(item(parts), RSS).content.associations).toHaveLength(1);
  });
});

describe('a set of entities of W3C', () => {
  const SET =
    '<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent">';
  test.each([`[${SET} %HTMLlat1;]`, `[${SET}]`, `[${SET}\n<!ENTITY nbsp "&#160;">]`])(
    '%s is known',
    (subset) => {
      const start = `<?xml version="1.0"?><!DOCTYPE rss ${subset}>`;
      const { body } = readOne(item('', start).replace('runs again', 'by the caf&eacute;'), RSS).content;
      expect(body).toContain('café');
    },
  );
});
