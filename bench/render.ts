import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Feed as Library } from 'feed';
import { type Documents, writeDocuments } from '../functions/publish/rules/documents.ts';
import { createFragmentCache } from '../functions/publish/rules/fragment-cache.ts';
import { renderItems } from '../functions/publish/rules/items.ts';
import type { ArticleContent, Head } from '../shared/domain/article.ts';
import type { Feed } from '../shared/domain/feed.ts';
import { articleId, type ArticleId, articleUri } from '../shared/domain/identity.ts';
import { instantOf } from '../shared/domain/instant.ts';
import type { ManifestEntry } from '../shared/domain/manifest.ts';
import { feedIdSchema } from '../shared/domain/stored-text.ts';
import { PUBLIC_TERMS } from '../shared/domain/terms.ts';
import { compared, cpu } from './cpu.ts';

const ITEMS = 50;
const LINK = 'https://desk.example/';
const NOW = instantOf(new Date('2026-04-13T09:00:00.000Z'));
const BODY = `<p>${'Traffic has been back on the bridge since noon, the council says. '.repeat(122)}</p>`;
/** The pipeline may need at most this many times the CPU time of the package when nothing is rendered yet. */
const MAX_FIRST = 1.5;
/** After one change, the package must need at least this many times the CPU time of the pipeline. */
const MIN_AFTER_CHANGE = 20;

const FEED: Feed = {
  id: feedIdSchema.parse('0123456789abcdef0123'),
  profile: 'standard',
  terms: PUBLIC_TERMS,
  inherits: [],
  channel: {
    id: 'news',
    title: 'News',
    link: LINK,
    language: 'en',
    items: ITEMS,
    public: true,
    select: { all: [] },
  },
};
const IMPRINT = { publisher: { name: 'The Desk', url: LINK }, feedsUrl: 'https://feeds.desk.example' };
const ARTICLES = Array.from({ length: ITEMS }, (_, at) => articleId('desk', `item ${at}`));
const title = (at: number, version: number): string => `The bridge reopens ${at}, version ${version}`;

/** Renders a feed of 50 items of 8 kB in three formats with the package `feed` alone. */
function withLibrary(version: number): number {
  const feed = new Library({ title: 'News', id: LINK, link: LINK, updated: new Date(NOW) });
  for (const [at, article] of ARTICLES.entries())
    feed.addItem({
      title: title(at, version),
      id: articleUri(article),
      link: `${LINK}${at}`,
      date: new Date(NOW),
      content: BODY,
    });
  return feed.rss2().length + feed.atom1().length + feed.json1().length;
}

const contentOf = (at: number, version: number): ArticleContent => ({
  headline: title(at, version),
  language: 'en',
  bylines: [],
  body: BODY,
  link: `${LINK}${at}`,
  subjects: [],
  genres: [],
  places: [],
  associations: [],
});

type Newsroom = (versions: readonly number[]) => Documents;

/** The pipeline, with an empty cache of fragments. Its argument is the version of each article. */
function pipeline(): Newsroom {
  const fragments = createFragmentCache();
  return (versions) => {
    const entries = ARTICLES.map((article, at): ManifestEntry => ({
      article,
      version: String(versions[at]),
      contentHash: `${article} ${versions[at]}`,
      released: NOW,
      changed: NOW,
      shown: true,
    }));
    const heads = new Map(
      ARTICLES.map((article): [ArticleId, Head] => [article, { article, source: 'desk' }]),
    );
    const contents = new Map(ARTICLES.map((article, at) => [article, contentOf(at, versions[at] ?? 0)]));
    const material = {
      feed: FEED,
      heads,
      contents,
      unreadable: new Map(),
      sources: [],
      imprint: IMPRINT,
      fragments,
    };
    const { rendered } = renderItems(entries, material);
    const written = writeDocuments({
      feed: FEED,
      items: rendered,
      updated: NOW,
      imprint: IMPRINT,
      audited: false,
    });
    if (!written.ok || rendered.length < ITEMS)
      throw new Error('the documents of the benchmark are incomplete');
    return written.documents;
  };
}

export async function run(): Promise<void> {
  const first = compared(
    () => void pipeline()(ARTICLES.map(() => 0)),
    () => void withLibrary(0),
  );
  const running = pipeline();
  const versions = ARTICLES.map(() => 0);
  const changed = compared(
    () => {
      // Another article changes each time.
      const at = (versions.reduce((sum, version) => sum + version, 0) * 7) % ITEMS;
      versions[at] = (versions[at] ?? 0) + 1;
      running(versions);
    },
    () => void withLibrary(0),
  );
  const bytes = Object.values(running(versions)).map((text) => Buffer.from(text, 'utf8'));
  const encode = cpu(
    () => void Object.values(running(versions)).map((text) => Buffer.from(text, 'utf8').length),
  );
  const md5 = cpu(() => void bytes.map((one) => createHash('md5').update(one).digest('hex')));
  const gzip = cpu(() => void bytes.map((one) => gzipSync(one).length));
  const report = (name: string, milliseconds: number, ratio: string): void =>
    void process.stdout.write(`  ${name.padEnd(34)} ${milliseconds.toFixed(2).padStart(7)} ms  ${ratio}\n`);
  report('the package feed', first.baseline, '');
  report(
    'first render',
    first.pipeline,
    `${(first.pipeline / first.baseline).toFixed(1)} x feed (at most ${MAX_FIRST})`,
  );
  report(
    'after one change',
    changed.pipeline,
    `feed needs ${(changed.baseline / changed.pipeline).toFixed(1)} x (at least ${MIN_AFTER_CHANGE})`,
  );
  report('no change, with UTF-8', encode, '');
  report('md5 of the documents', md5, '');
  report('gzip of the documents', gzip, '');
}
