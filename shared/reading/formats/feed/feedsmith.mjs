// The feed parser, in a file of its own: xml-feed.ts reads it when a submission is an RSS or Atom feed.
export { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
