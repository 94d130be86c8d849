/** What RFC 3986 lets stand in path, query and fragment; a stray % would begin an escape that is none. */
const NOT_ALLOWED = /[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * The one form of a web address that all formats carry: as the URL standard writes it (IDN in punycode, blanks
 * escaped) and then free of what it leaves and RFC 3986 forbids (`|`, `^`, brackets), so that it is a valid URI to
 * every schema, and another pass through `new URL` changes nothing. User name and password are dropped: a feed is no
 * place for them.
 * @returns undefined unless the text is an absolute http or https address.
 */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const fragment = url.hash.slice(1).replace(NOT_ALLOWED, percent);
  const path = `${url.pathname}${url.search}`.replace(NOT_ALLOWED, percent);
  return `${url.origin}${path}${fragment === '' ? '' : `#${fragment}`}`;
}
