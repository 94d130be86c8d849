import type { Head } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { ARTICLE_IDS } from '../newsroom.ts';
import { type Fault, replace } from './fault.ts';

/** Planted faults in publish: a step is in the wrong place or lacks its condition, or a document has a wrong date. */
export const PUBLISHING: readonly Fault[] = [
  {
    name: 'publish reads the heads before the state',
    plant: () => ({
      publish: (services) => {
        const { readableHeads } = services.articles;
        let early: ReturnType<typeof readableHeads> | undefined;
        const changed = replace(services, 'documents', ({ etag }) => ({
          async etag(key) {
            await (early ??= readableHeads(ARTICLE_IDS));
            return etag(key);
          },
        }));
        return replace(changed, 'articles', () => ({
          async readableHeads(articles) {
            const read = (await early)?.found ?? new Map<ArticleId, Head>();
            return {
              found: new Map([...read].filter(([id]) => articles.includes(id))),
              unreadable: new Map(),
            };
          },
        }));
      },
    }),
  },
  {
    name: 'a feed state is committed even if another publisher has committed since it was read',
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'feeds', ({ commit, state }) => ({
          async commit(feed, next) {
            const rev = (await state(feed))?.rev ?? 0;
            return commit(feed, { ...next, rev: rev + 1 }, rev);
          },
        })),
    }),
  },
  {
    name: 'a rev is marked settled before its documents are put',
    isQuick: true,
    plant: () => ({
      publish: (services) =>
        replace(services, 'feeds', ({ commit, settle }) => ({
          async commit(feed, next, rev) {
            const written = await commit(feed, next, rev);
            if (written === 'written') await settle(feed, next.rev);
            return written;
          },
        })),
    }),
  },
  {
    name: 'a publisher marks the rev in force as settled, whichever rev it put the documents of',
    text: {
      file: 'functions/publish/settle.ts',
      from: `if ((await feeds.rev(feed)) !== state.rev) return 'overtaken';
  await feeds.settle(feed, state.rev);`,
      to: 'await feeds.settle(feed, await feeds.rev(feed));',
    },
  },
  {
    name: 'if a publisher ends between its commit and its log entry, the next publisher does not write this entry',
    isQuick: true,
    text: {
      file: 'functions/publish/commit.ts',
      from: 'if (isUnsettled) await',
      to: 'if (isUnsettled && feed === "") await',
    },
  },
  {
    name: 'a document is put without If-Match',
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'documents', ({ put, etag }) => ({
          put: async (key, document) => put(key, document, await etag(key)),
        })),
    }),
  },
  {
    name: 'the documents of a removed channel are not deleted',
    plant: () => ({
      publish: (services) => replace(services, 'documents', () => ({ remove: async () => {} })),
    }),
  },
  {
    name: 'the date of a feed depends on articles that did not change in it',
    text: {
      file: 'functions/publish/rules/manifest.ts',
      from: '[...added, ...changed, ...removed].reduce',
      to: '[...heads.keys()].reduce',
    },
  },
  {
    name: 'the end of an embargo counts as a change of the article while it is still in the future',
    text: { file: 'shared/domain/lifecycle.ts', from: ' && instant <= now && ', to: ' && ' },
  },
  {
    name: 'the date of a feed is the time of publishing',
    text: {
      file: 'functions/publish/rules/plan.ts',
      from: 'updatedOf({ before, change, heads, feed, now })',
      to: 'now',
    },
  },
  {
    name: 'an article that cannot be read takes the place of another article in a document',
    text: {
      file: 'functions/publish/rules/items.ts',
      from: 'const missing = feed.channel.items - rendered.length;',
      to: 'const missing = feed.channel.items - at;',
    },
  },
  {
    name: 'an article that cannot be read stops the feed',
    isQuick: true,
    text: {
      file: 'functions/publish/rules/items.ts',
      from: 'if (problem !== undefined) failed(article, problem);',
      to: 'if (problem !== undefined) throw new Error(problem);',
    },
  },
];
