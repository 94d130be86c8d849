import { instantOf } from '../../shared/domain/instant.ts';
import { standing } from '../../shared/domain/lifecycle.ts';
import { type RetiredFeed, retire } from './retire.ts';
import { shownArticles } from './rules/manifest.ts';
import type { PublishServices } from './services.ts';

/**
 * Leaves the documents of a feed as they are. The configuration has feeds that this version does not understand, because
 * a newer version stored it, and this may be one of them. Only if the documents show an article that must not show any
 * more, the feed is retired: its address then answers 404, until a version that understands the feed publishes it.
 */
export async function leave(
  found: RetiredFeed,
  services: Pick<PublishServices, 'articles' | 'feeds' | 'documents' | 'now' | 'warn'>,
): Promise<'done' | 'overtaken'> {
  const { feed, before } = found;
  const heads = await services.articles.readableHeads(shownArticles(before?.manifest ?? []));
  const now = instantOf(services.now());
  const isSafe =
    heads.unreadable.size === 0 &&
    [...heads.found.values()].every((head) => standing(head, now) === 'usable');
  if (!isSafe) {
    services.warn(
      'a feed that is not understood is removed, because it shows an article that must not show',
      { feed },
    );
    return retire(found, services);
  }
  services.warn('a feed that is not understood is left as it is', { feed });
  return 'done';
}
