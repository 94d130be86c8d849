import type { ArticleStore } from '../../../shared/contract/stores.ts';
import type { ArticleContent, Head, Revision } from '../../../shared/domain/article.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import { Cabinet } from './shelf.ts';

export function memoryArticleStore(cabinet = new Cabinet()): ArticleStore {
  const revisions = cabinet.shelf<Revision>('revision');
  const contents = cabinet.shelf<ArticleContent>('content');
  const decisions = cabinet.shelf<Decision>('decision');
  const heads = cabinet.shelf<{ head: Head; token: number }>('head');
  const mentions = cabinet.shelf<string>('mention');
  const reached = cabinet.shelf<string[]>('reach');

  return {
    async putRevision(revision, content) {
      contents.add(`${revision.article} ${revision.contentHash}`, content);
      revisions.add(`${revision.article} ${revision.version}`, revision);
    },
    async revisions(article, limit, before) {
      const newestFirst = revisions.values(`${article} `).toReversed();
      return newestFirst.filter(({ version }) => before === undefined || version < before).slice(0, limit);
    },
    async putDecision(article, decision) {
      decisions.add(`${article} ${decision.at}~${decision.receipt}`, decision);
    },
    async decisions(article, limit) {
      return decisions.values(`${article} `).toReversed().slice(0, limit);
    },
    async noteMention(article, receipt) {
      mentions.set(`${article} ${receipt}`, receipt);
    },
    async contents(wanted) {
      const pairs = wanted.map(({ article, contentHash }) => [
        article,
        contents.get(`${article} ${contentHash}`),
      ]);
      return new Map(pairs.filter((pair): pair is [string, ArticleContent] => pair[1] !== undefined));
    },
    async head(article) {
      const row = heads.get(article);
      return { head: row?.head, token: row?.token ?? 0 };
    },
    async heads(articles) {
      const pairs = [...new Set(articles)].map((article) => [article, heads.get(article)?.head]);
      return new Map(pairs.filter((pair): pair is [string, Head] => pair[1] !== undefined));
    },
    async putHead(head, token) {
      if ((heads.get(head.article)?.token ?? 0) !== token) return 'refused';
      heads.set(head.article, { head, token: token + 1 });
      return 'written';
    },
    async reach(articles) {
      return new Map(articles.map((article) => [article, new Set(reached.get(article))]));
    },
    async extendReach(article, feeds) {
      reached.set(article, [...new Set([...(reached.get(article) ?? []), ...feeds])].toSorted());
    },
  };
}
