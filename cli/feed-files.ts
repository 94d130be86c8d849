import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ConfigurationFile } from '../shared/contract/configuration.ts';
import type { FormatName } from '../shared/domain/feed.ts';
import { publicAddresses } from '../shared/operations/addresses.ts';
import { showFeed } from '../shared/operations/feeds/show-feed.ts';
import { Failure } from './failure.ts';
import type { OpenPipeline } from './pipeline.ts';
import { valueOf } from './result.ts';

interface FileReport {
  file: string;
  items: number;
  etag: string;
}

export type FeedFiles = Record<string, Record<FormatName, FileReport>>;

/** Reads the documents of each public feed over HTTP, as any reader would, and writes them to a folder. */
export async function writeFeeds(
  { channels }: ConfigurationFile,
  pipeline: OpenPipeline,
  out: string,
): Promise<FeedFiles> {
  mkdirSync(out, { recursive: true });
  const feeds: FeedFiles = {};
  for (const { id } of channels.filter((channel) => channel.public)) {
    const { items } = valueOf(await showFeed(pipeline, id));
    const addresses = publicAddresses(id, pipeline.outputs.feedsUrl);
    const write = async (format: FormatName): Promise<FileReport> => {
      const { bytes, etag } = await readDocument(addresses[format]);
      const file = `${id}.${basename(addresses[format])}`;
      writeFileSync(join(out, file), bytes);
      return { file, items, etag };
    };
    feeds[id] = { rss: await write('rss'), atom: await write('atom'), json: await write('json') };
  }
  return feeds;
}

async function readDocument(url: string): Promise<{ bytes: Buffer; etag: string }> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (!response.ok) {
    throw new Failure(
      `${url} answers ${response.status}`,
      'Look for messages in the dead-letter queues of this pipeline.',
    );
  }
  return { bytes: Buffer.from(await response.arrayBuffer()), etag: response.headers.get('etag') ?? '' };
}
