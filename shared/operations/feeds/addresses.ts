import { FORMATS, type FormatName, publicPath } from '../../domain/feed.ts';

/** The addresses of a public channel's documents. */
export function publicAddresses(channel: string, feedsUrl: string): Record<FormatName, string> {
  const base = feedsUrl.replace(/\/$/, '');
  return Object.fromEntries(FORMATS.map((name) => [name, `${base}${publicPath(channel, name)}`])) as Record<
    FormatName,
    string
  >;
}
