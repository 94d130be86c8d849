import { DOCUMENTS, type FormatName } from '../domain/feed.ts';

/**
 * The addresses of the documents under a path such as `/news`, by format. `feedsUrl`: with or without a slash at its
 * end.
 */
export function documentAddresses(path: string, feedsUrl: string): Record<FormatName, string> {
  const base = `${feedsUrl.replace(/\/$/, '')}${path}`;
  return {
    rss: `${base}/${DOCUMENTS.rss.file}`,
    atom: `${base}/${DOCUMENTS.atom.file}`,
    json: `${base}/${DOCUMENTS.json.file}`,
  };
}

/** The addresses of a public channel's documents. */
export const publicAddresses = (channel: string, feedsUrl: string): Record<FormatName, string> =>
  documentAddresses(`/${channel}`, feedsUrl);
