import type { ArticleContent } from '../../shared/domain/article.ts';
import type { FeedHead, FeedItem } from '../../shared/formats/format.ts';

/** The feeds from which the golden documents are written. Names are invented, addresses are reserved (RFC 2606). */
export interface GoldenFeed {
  head: FeedHead;
  items: FeedItem[];
}

const head = {
  id: 'urn:uuid:5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001',
  title: 'News',
  link: 'https://www.example.com/news',
  language: 'en',
  self: 'https://feeds.example.com/news/document',
  updated: '2026-04-13T09:30:00.000Z',
  publisher: { name: 'The Example', url: 'https://www.example.com/' },
} satisfies FeedHead;

const content: ArticleContent = {
  headline: 'Library stays open until nine',
  bylines: [],
  language: 'en',
  body: '<p>From May the library on Market Square is open until nine in the evening.</p>',
  subjects: [],
  genres: [],
  places: [],
  associations: [],
};

function item(number: number, more: Partial<ArticleContent>, dates: Partial<FeedItem> = {}): FeedItem {
  return {
    id: `urn:uuid:8c1f7a0e-1111-5222-8333-00000000000${number}`,
    link: `https://www.example.com/articles/${number}`,
    published: '2026-04-13T01:05:09.000Z',
    updated: '2026-04-13T01:05:09.000Z',
    ...dates,
    content: { ...content, ...more },
  };
}

const credits = [
  ['甲一', '記者'],
  ['乙二', '記者'],
  ['丙三', '統籌'],
  ['丁四', '編輯'],
  ['戊五', '校對'],
  ['己六', '校審'],
  ['庚七', '攝影'],
] as const;

export const goldenFeeds: Record<string, GoldenFeed> = {
  /** An article in Chinese with seven people in six roles, one person with two roles; corrected after publication. */
  credits: {
    head: {
      ...head,
      title: '新聞',
      description: '本地新聞,每日更新',
      language: 'zh-Hant',
      rights: '© 範例報',
      publisher: { name: '範例報', url: 'https://www.example.com/' },
    },
    items: [
      item(
        1,
        {
          headline: '圖書館五月起延長開放至晚上九時',
          summary: '市集廣場圖書館由五月起每晚開放至九時,學生可預約自修室。',
          language: 'zh-Hant',
          bylines: [...credits.map(([name, role]) => ({ name, role })), { name: '甲一', role: '編輯' }],
          body:
            '<p>市集廣場圖書館由五月起每晚開放至九時。</p>\n' +
            '<p>學生可在網上預約自修室,<strong>座位共四十個</strong>。</p>\n<p>𠮷野家旁的還書箱照舊。</p>',
          subjects: [
            { name: '圖書館', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000041' },
            { name: '教育', uri: 'medtop:05000000' },
          ],
        },
        { updated: '2026-04-13T09:30:00.750Z' },
      ),
    ],
  },

  /** Markup, character references, ends of CDATA sections and control characters, in each field that people write. */
  hostile: {
    head: {
      ...head,
      title: 'Q&A: 1 < 2 & <b>bold</b> ]]> "news"',
      description: 'All of it: &amp; ]]> ]]> <!-- -->',
      link: 'https://www.example.com/news?a=1&b="2"&c=<3>',
      rights: '© The <Example> & Sons',
      publisher: { name: 'The <Example> & Sons ]]>', url: 'https://www.example.com/?a=1&b=2' },
    },
    items: [
      item(2, {
        headline: 'Why a &amp; b <i> breaks ]]> and ]]> again\u0003\uFFFE, "quoted" & \'more\'',
        summary: 'Use <script>alert(1)</script> & ]]> &lt; in text\u0000',
        bylines: [{ name: 'A. <Example> & "B" ]]>', role: 'Text & <layout>' }, { name: ' \u0007 ' }],
        body:
          '<p>Code: <code>if (a[b[0]]&gt;1 &amp;&amp; c &lt; 2)</code> ]]></p><p>A second ]]>.</p>' +
          '<p title="]]>">&lt;item&gt; &amp;amp; </item></p>\u000B',
        subjects: [
          { name: '<R&D> "costs" ]]>', uri: 'https://cv.example.com/topics?of=a b|c&n=<1>' },
          { name: 'Ampersand & sons', uri: 'x:<"&' },
        ],
        copyrightnotice: '© <b> & ]]> &copy;',
        usageterms: 'Not <before> noon & "later"',
        associations: [
          {
            href: 'https://images.example.com/a b.jpg?x="1"&y=<2>',
            contenttype: 'image/jpeg"><x',
            width: -1,
            height: 1.5,
            alt: 'Alt & <text>',
            credit: 'Photo: <A> & ]]>',
          },
          { href: 'javascript:alert(1)', contenttype: 'image/png' },
        ],
      }),
      item(3, {
        headline: 'AT&T, R&D and 3 < 4',
        body: '<p>Plain text that reads the same both ways.</p>',
      }),
    ],
  },

  /** Items without byline, summary and subject. The second item is in another language than the feed. */
  plain: {
    head,
    items: [
      item(4, {
        body: `<p>${'A sentence that goes on about the library and its hours. '.repeat(8)}</p>`,
      }),
      item(5, {
        headline: 'La bibliothèque ouvre jusqu’à neuf heures',
        language: 'fr',
        body: '<p>Dès le mois de mai.</p><p>Entrée libre.</p>',
        bylines: [{ name: 'A. Exemple' }],
      }),
    ],
  },

  /** A picture with all facts, a picture with only its address, and a picture without a usable address. */
  pictures: {
    head,
    items: [
      item(6, {
        body: '<figure><img src="https://images.example.com/1.jpg" alt="The hall"></figure><p>The hall.</p>',
        associations: [
          {
            href: 'https://images.example.com/1.jpg',
            contenttype: 'image/jpeg',
            width: 1600,
            height: 900,
            alt: 'The hall',
            caption: 'The reading hall at night',
            credit: 'A. Example/The Example',
          },
          { href: 'https://bücher.example/bild 2.png', contenttype: 'image/png' },
          { href: 'https://images.example.com/1.jpg', caption: 'The same again' },
          { href: '/relative.png', contenttype: 'image/png' },
        ],
      }),
    ],
  },

  /** A podcast episode with its cover; recordings and a document with missing facts. */
  enclosures: {
    head,
    items: [
      item(7, {
        headline: 'The library at nine, to listen to',
        associations: [
          {
            href: 'https://images.example.com/cover.jpg',
            contenttype: 'image/jpeg',
            width: 1400,
            height: 1400,
          },
          {
            href: 'https://media.example.com/7.mp3',
            contenttype: 'audio/mpeg',
            length: 4_200_000,
            caption: 'Episode 7',
          },
          { href: 'https://media.example.com/7.mp4', contenttype: 'video/mp4', width: 1280, height: 720 },
        ],
      }),
      item(8, {
        headline: 'The new hours in full',
        associations: [
          { href: 'https://media.example.com/player?of=8', contenttype: 'video/*' },
          { href: 'https://media.example.com/hours.pdf', contenttype: 'application/pdf' },
        ],
      }),
    ],
  },

  /** A feed that never showed anything. */
  empty: {
    head: {
      id: head.id,
      title: head.title,
      link: head.link,
      language: head.language,
      self: head.self,
      publisher: head.publisher,
    },
    items: [],
  },
};
