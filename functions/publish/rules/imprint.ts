import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';

/** The part of a document that is the same for all feeds: the publisher, and the address of the feeds. */
export interface Imprint {
  publisher: { name: string; url: string };
  rights?: string;
  /** The address under which feeds are read, without a slash at the end. */
  feedsUrl: string;
}

export function imprintOf({ publisher, feedsUrl }: StoredConfiguration): Imprint {
  const { name, url, rights } = publisher;
  return {
    publisher: { name, url },
    feedsUrl: feedsUrl.replace(/\/$/, ''),
    ...(rights !== undefined && { rights }),
  };
}
