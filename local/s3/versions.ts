import { awsError } from '../protocol/errors.ts';
import type { AwsResponse, Forward } from '../protocol/messages.ts';
import { s3Address } from './address.ts';

/** The version id of an object that was put while versioning was off (S3 User Guide, "Versioning"). */
const ONLY = 'null';

/**
 * Answers requests about versions for an emulator that keeps one version of each object. The answers are those of a
 * bucket in which versioning was never enabled. The local cloud cannot show how a bucket with versioning behaves.
 */
export function singleVersions(forward: Forward): Forward {
  return async (request) => {
    const { key, query } = s3Address(request.path);
    if (key === '' && request.method === 'GET' && query.has('versions')) {
      return asVersions(await forward({ ...request, path: asListing(request.path) }));
    }
    const version = query.get('versionId');
    if (key === '' || version === null) return forward(request);
    if (version !== ONLY) {
      const message = 'The specified version does not exist.';
      return awsError('s3', { status: 404, code: 'NoSuchVersion', message });
    }
    return forward({ ...request, path: without(request.path, 'versionId') });
  };
}

/**
 * Changes the path of ListObjectVersions to that of the older ListObjects, whose answer has the same shape and
 * paging.
 */
function asListing(path: string): string {
  const marker = s3Address(path).query.get('key-marker');
  const listing = without(path, 'versions', 'key-marker', 'version-id-marker');
  return marker === null ? listing : `${listing}&marker=${encodeURIComponent(marker)}`;
}

/** The path without these query parameters. */
function without(path: string, ...names: string[]): string {
  const [address = '', query = ''] = path.split(/\?(.*)/s);
  const kept = query.split('&').filter((pair) => !names.includes(pair.split('=')[0] ?? ''));
  return `${address}?${kept.join('&')}`;
}

/** These patterns match tags only: a `<` inside a key is escaped. */
const RENAMED: readonly [RegExp, string][] = [
  [/(<\/?)ListBucketResult/g, '$1ListVersionsResult'],
  [/(<\/?)Marker>/g, '$1KeyMarker>'],
  [/(<\/?)NextMarker>/g, '$1NextKeyMarker>'],
  [/(<\/?)Contents>/g, '$1Version>'],
  [/<\/Key>/g, `</Key><VersionId>${ONLY}</VersionId><IsLatest>true</IsLatest>`],
];

function asVersions({ status, headers, body }: AwsResponse): AwsResponse {
  if (status !== 200) return { status, headers, body };
  const text = RENAMED.reduce((xml, [pattern, name]) => xml.replace(pattern, name), body.toString('utf8'));
  const renamed = Buffer.from(text);
  return { status, headers: { ...headers, 'content-length': String(renamed.length) }, body: renamed };
}
