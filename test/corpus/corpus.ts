import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Opened, openDocument } from '../../shared/reading/open/open-document.ts';
import { readXmlFeed } from '../../shared/reading/formats/feed/xml-feed.ts';

/**
 * The folder with feeds from the tests of other projects. It is not part of this project. If it does not exist, the
 * tests that read it are skipped.
 */
export const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
export const hasCorpus = existsSync(join(CORPUS, 'feeds'));

export function corpusFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: CORPUS }).toSorted();
}

export function readCorpus(path: string): Buffer {
  return readFileSync(join(CORPUS, path));
}

/** Opens a corpus file as normalise does: as XML, with the encoding of the recorded HTTP header. */
export function openCorpus(path: string, headers: Record<string, string> = {}): Opened {
  const charset = /charset\s*=\s*["']?([^"';\s]+)/i.exec(headers['Content-type'] ?? '')?.[1];
  const mediaType = charset === undefined ? 'application/xml' : `application/xml; charset=${charset}`;
  return openDocument({ bytes: readCorpus(path), mediaType });
}

/** Reads a feed of the corpus. */
export function readCorpusFeed(
  path: string,
  headers?: Record<string, string>,
  base?: string,
): ReturnType<typeof readXmlFeed> {
  const opened = openCorpus(path, headers);
  if (!opened.ok) return opened;
  const { document } = opened;
  if (!('text' in document)) throw new Error(`${path} was recognised as ${document.form}`);
  return readXmlFeed(document.text.trimStart(), base);
}
