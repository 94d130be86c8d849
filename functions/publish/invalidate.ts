import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, type Feed, FORMATS, publicPath } from '../../shared/domain/feed.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './services.ts';

/**
 * Invalidates CloudFront's copies of a feed's documents if this rev removed a killed article. Copies expire after one
 * minute anyway, so a failure is only logged. If this function is called again for the same rev, the request has the
 * same caller reference, so CloudFront does the work only once.
 */
export async function invalidateKilled(
  feed: Feed,
  { rev, last }: FeedState,
  { edge, warn }: Pick<PublishServices, 'edge' | 'warn'>,
): Promise<void> {
  if (last.killed === undefined) return;
  try {
    await edge.invalidate(cachedPaths(feed), `${feed.id}/${rev}/${last.at}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(
      'the copies of a killed article in CloudFront could not be invalidated',
      { feed: feed.id, reason },
      'InvalidationsFailed',
    );
  }
}

/**
 * The paths of a feed's documents, both as readers request them and as the viewer-request function rewrites them:
 * CloudFront recommends to invalidate both (Developer Guide, "What you need to know when invalidating paths"). Paths
 * with `*` are not used: CloudFront allows only 15 of them in progress at a time, but 3,000 paths of single files,
 * and a kill may touch hundreds of feeds at once. Partners' addresses are not needed, because CloudFront stores the
 * copies only under the rewritten path.
 */
function cachedPaths({ id, channel, terms }: Feed): string[] {
  return FORMATS.flatMap((format) => {
    const { file } = DOCUMENTS[format];
    return [
      `/${objectKeys.document(id, file)}`,
      `/${objectKeys.gzipDocument(id, file)}`,
      ...(terms.audience === 'public' ? [publicPath(channel.id, format)] : []),
    ];
  });
}
