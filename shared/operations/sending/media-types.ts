import { extname } from 'node:path';

/**
 * Media types by file name extension. A file with another extension is sent as application/octet-stream, and the
 * ingest API refuses this type.
 */
const MEDIA_TYPES: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.rdf': 'application/rdf+xml',
  '.xml': 'application/xml',
  '.nitf': 'application/nitf+xml',
  '.newsml': 'text/vnd.iptc.newsml',
  '.jsonld': 'application/ld+json',
  '.gz': 'application/gzip',
};

/** Formats in which an article contains no id. In all other formats it contains its id. */
const WITHOUT_ID = new Set(['text/plain', 'text/markdown', 'text/html', 'application/xhtml+xml']);

export const mediaTypeOf = (path: string): string =>
  MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

export const containsIds = (mediaType: string): boolean => !WITHOUT_ID.has(mediaType);
