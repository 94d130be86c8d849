import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { configuredIdSchema } from '../../../shared/domain/configured-id.ts';
import { sha256 } from '../../../shared/domain/identity.ts';
import { instantOf } from '../../../shared/domain/instant.ts';
import { acceptsToken } from '../../../shared/domain/source.ts';
import type { Request } from './http-request.ts';

/**
 * Whether a request could be one of a source: it has a token and, if it is a submission, its address has an id that a
 * source can have. All other requests are refused without reading anything.
 */
export function hasCredentials(request: Exclude<Request, { kind: 'unknown' }>): boolean {
  if (request.token === undefined) return false;
  return request.kind === 'receipt' || configuredIdSchema.safeParse(request.source).success;
}

/** Ids of the sources that may use this token at `now`. */
export function sourcesWithToken(
  configuration: StoredConfiguration | undefined,
  token: string | undefined,
  now: Date,
): string[] {
  if (token === undefined) return [];
  const hash = sha256(token);
  return (configuration?.sources ?? [])
    .filter((source) => acceptsToken(source, hash, instantOf(now)))
    .map(({ id }) => id);
}
