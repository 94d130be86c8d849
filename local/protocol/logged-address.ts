/** The longest part of a path that is logged. Tokens have 43 characters. */
const LONGEST = 40;

/**
 * The path of a request as a log shows it: without the query, and without the token of a capability address
 * (`/p/{partner}/{alias}/{token}/…`). A part that is as long as a token is left out too, wherever it stands.
 */
export function loggedAddress(url = ''): string {
  const [path = ''] = url.split(/[?#]/, 1);
  const parts = path.split('/');
  const isPrivate = /^(p|%70)$/i.test(parts[1] ?? '');
  return parts
    .map((part, at) => (part.length >= LONGEST || (isPrivate && at === 4 && parts.length > 5) ? '…' : part))
    .join('/');
}
