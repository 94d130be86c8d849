import { objectKeys } from './keys.ts';

/** What readers get where there is nothing: the same bytes that the viewer-request function answers with. */
export const NOT_FOUND_PAGE = {
  key: objectKeys.notFoundPage,
  bytes: new TextEncoder().encode('Not Found\n'),
  mediaType: 'text/plain; charset=utf-8',
  cacheControl: 'max-age=5',
} as const;
