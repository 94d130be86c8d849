import { s3Address } from '../aws/required-permissions.ts';
import { awsError } from '../aws/errors.ts';
import type { AwsRequest, AwsResponse } from '../emulators/emulators.ts';

type Forward = (request: AwsRequest) => Promise<AwsResponse>;

/** The version id of an object that was put while its bucket kept no versions (S3 User Guide, "Versioning"). */
const ONLY = 'null';

/**
 * Answers calls about versions for an emulator that keeps one of each object: as S3 does for a bucket in which
 * versioning was never turned on. What a bucket with versions does is not to be had on this machine.
 */
export function versionsOfOne(forward: Forward): Forward {
  return async (request) => {
    const { key, query } = s3Address(request.path);
    if (key === '' && request.method === 'GET' && query.has('versions')) {
      return asVersions(await forward({ ...request, path: asListing(request.path) }));
    }
    const version = query.get('versionId');
    if (key === '' || version === null) return forward(request);
    if (version !== ONLY)
      return awsError('s3', 404, 'NoSuchVersion', 'The specified version does not exist.');
    return forward({ ...request, path: without(request.path, 'versionId') });
  };
}

/** ListObjectVersions as the older ListObjects, whose answer has the same shape and pages the same way. */
function asListing(path: string): string {
  const marker = s3Address(path).query.get('key-marker');
  const listing = without(path, 'versions', 'key-marker', 'version-id-marker');
  return marker === null ? listing : `${listing}&marker=${encodeURIComponent(marker)}`;
}

function without(path: string, ...names: string[]): string {
  const [address = '', query = ''] = path.split(/\?(.*)/s);
  const kept = query.split('&').filter((pair) => !names.includes(pair.split('=')[0] ?? ''));
  return `${address}?${kept.join('&')}`;
}

/** Names of elements only: whatever is in a key is escaped. */
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
