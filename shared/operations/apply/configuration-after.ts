import type { ConfigurationFile, StoredConfiguration } from '../../contract/configuration.ts';
import { sha256 } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { accessOf, accessWith } from '../../domain/source.ts';
import type { Pipeline } from '../pipeline.ts';

/** The configuration that a file asks for, and new tokens, by source, for the sources that have no token. */
export function configurationAfter(
  file: ConfigurationFile,
  before: StoredConfiguration | undefined,
  pipeline: Pick<Pipeline, 'outputs' | 'now' | 'newToken'>,
): { configuration: StoredConfiguration; newTokens: Record<string, string> } {
  const newTokens: Record<string, string> = {};
  const sources = file.sources.map((source) => {
    const old = before?.sources.find(({ id }) => id === source.id);
    // Commands decide the rights of a source, so a file keeps them. A source that was removed is new when it comes
    // back, and its earlier tokens are never accepted again.
    if (old !== undefined && (old.tokenHashes.length > 0 || old.disabled !== undefined)) {
      return { ...source, ...accessOf(old) };
    }
    const token = pipeline.newToken();
    newTokens[source.id] = token;
    const made = { hash: sha256(token), created: instantOf(pipeline.now()) };
    return { ...source, ...accessWith([made], undefined) };
  });
  const { publisher, channels, retention } = file;
  const feedsUrl = publisher.feeds ?? pipeline.outputs.feedsUrl;
  const partnerFeeds = before?.partnerFeeds ?? [];
  const stated = retention === undefined ? {} : { retention };
  return { configuration: { publisher, feedsUrl, sources, channels, partnerFeeds, ...stated }, newTokens };
}
