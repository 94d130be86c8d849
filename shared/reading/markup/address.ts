import { withoutTracking } from './tracking.ts';

/**
 * The address as an absolute URL (WHATWG URL Standard) without tracking parameters. Undefined if it is not an
 * address, cannot be made absolute, or contains a user name or password.
 */
export function absoluteAddress(address: string, base?: string): string | undefined {
  const isWithoutScheme = base === undefined && address.trim().startsWith('//');
  const url = URL.parse(isWithoutScheme ? `https:${address.trim()}` : address, base);
  return url === null || url.username !== '' || url.password !== '' ? undefined : withoutTracking(url.href);
}
