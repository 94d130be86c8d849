import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, type Feed, FORMATS, publicPath } from '../../shared/domain/feed.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './publish.ts';

/**
 * Has the edge forget its copies of a feed's documents, if the rev took a killed article out. A copy would be gone in a
 * minute all the same, so a failure is told and stops nothing. One order a rev: repeating it changes nothing.
 */
export async function forgetKilled(
  feed: Feed,
  { rev, last }: FeedState,
  { edge, warn }: Pick<PublishServices, 'edge' | 'warn'>,
): Promise<void> {
  if (last.killed === undefined) return;
  try {
    await edge.invalidate(pathsOf(feed), `${feed.id}/${rev}/${last.at}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(
      'the edge was not told to forget a killed article',
      { feed: feed.id, reason },
      'InvalidationsFailed',
    );
  }
}

/**
 * What readers ask for and what the edge makes of it, for CloudFront recommends to name both (Developer Guide, "What you
 * need to know when invalidating paths"). File by file: of paths with `*` only 15 may be under way at a time, of files
 * 3,000, and a kill may touch hundreds of feeds at once. Partners' addresses are of no use here: copies are kept under
 * the rewritten path alone.
 */
export function pathsOf({ id, channel, terms }: Feed): string[] {
  return FORMATS.flatMap((format) => {
    const { file } = DOCUMENTS[format];
    return [
      `/${objectKeys.document(id, file)}`,
      `/${objectKeys.gzipDocument(id, file)}`,
      ...(terms.audience === 'public' ? [publicPath(channel.id, format)] : []),
    ];
  });
}
