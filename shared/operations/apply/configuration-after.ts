import type { ConfigurationFile, StoredConfiguration } from '../../contract/configuration.ts';
import { sha256 } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';

/** The configuration that a file asks for, and new tokens, by source, for the sources that have no token. */
export function configurationAfter(
  file: ConfigurationFile,
  before: StoredConfiguration | undefined,
  pipeline: Pick<Pipeline, 'tokens' | 'outputs' | 'newToken'>,
): { configuration: StoredConfiguration; newTokens: Record<string, string> } {
  const newTokens: Record<string, string> = {};
  const sources = file.sources.map((source) => {
    const tokenHashes = before?.sources.find(({ id }) => id === source.id)?.tokenHashes ?? [];
    if (tokenHashes.length > 0) return { ...source, tokenHashes };
    const token = pipeline.tokens[source.id] ?? pipeline.newToken();
    newTokens[source.id] = token;
    return { ...source, tokenHashes: [sha256(token)] };
  });
  const { publisher, channels } = file;
  const feedsUrl = publisher.feeds ?? pipeline.outputs.feedsUrl;
  const partnerFeeds = before?.partnerFeeds ?? [];
  return { configuration: { publisher, feedsUrl, sources, channels, partnerFeeds }, newTokens };
}
