/** Characters that RFC 3986 does not allow in path, query and fragment, and a `%` that does not begin an escape. */
const NOT_ALLOWED = /[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * A web address in the one form that all formats use. It is written as the URL standard writes it (domain names in
 * punycode, spaces escaped). Characters that the URL standard does not escape but RFC 3986 forbids (`|`, `^`,
 * brackets) are escaped too, so it is a valid URI for every schema, and `new URL` does not change it. User name and
 * password are removed, because a feed must not show them.
 * @returns undefined if the text is not an absolute http or https address.
 */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const fragment = url.hash.slice(1).replace(NOT_ALLOWED, percent);
  const path = `${url.pathname}${url.search}`.replace(NOT_ALLOWED, percent);
  return `${url.origin}${path}${fragment === '' ? '' : `#${fragment}`}`;
}
