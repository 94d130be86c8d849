import { objectKeys } from './keys.ts';

/** The page for addresses without a document. The viewer-request function answers with the same bytes. */
export const NOT_FOUND_PAGE = {
  key: objectKeys.notFoundPage,
  bytes: new TextEncoder().encode('Not Found\n'),
  mediaType: 'text/plain; charset=utf-8',
  cacheControl: 'max-age=5',
} as const;
