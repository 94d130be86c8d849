import type { Demand } from '../aws/required-permissions.ts';
import { ACCOUNT } from '../template/account.ts';
import type { AwsRequest, AwsResponse } from '../emulators/emulators.ts';
import { awsError } from '../aws/errors.ts';

/** What a distribution was told to forget. */
export interface Invalidation {
  id: string;
  distribution: string;
  reference: string;
  paths: string[];
}

export interface Invalidations {
  answer(request: AwsRequest): AwsResponse;
  /** In order of their coming, since the start. */
  all(): readonly Invalidation[];
}

const PATH = /^\/2020-05-31\/distribution\/([^/?]+)\/invalidation$/;

export function invalidationDemands({ method, path }: AwsRequest): [Demand] | undefined {
  const distribution = PATH.exec(path)?.[1];
  if (method !== 'POST' || distribution === undefined) return undefined;
  const resource = `arn:aws:cloudfront::${ACCOUNT}:distribution/${distribution}`;
  return [{ action: 'cloudfront:CreateInvalidation', resource }];
}

/**
 * CloudFront's CreateInvalidation. The local edge caches nothing, so there is nothing to forget: requests are recorded.
 * The same reference with the same paths is the same invalidation, with others it is an error (API reference).
 */
export function recordInvalidations(distributions: readonly string[]): Invalidations {
  const known: Invalidation[] = [];
  return {
    all: () => known,
    answer({ path, body }) {
      const distribution = PATH.exec(path)?.[1] ?? '';
      if (!distributions.includes(distribution))
        return awsError('cloudfront', 404, 'NoSuchDistribution', 'There is no such distribution.');
      const text = body.toString('utf8');
      const reference = /<CallerReference>([^<]+)<\/CallerReference>/.exec(text)?.[1] ?? '';
      const paths = [...text.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, one = '']) => one);
      if (reference === '' || paths.length === 0 || paths.some((one) => !one.startsWith('/')))
        return awsError(
          'cloudfront',
          400,
          'InvalidArgument',
          'Paths begin with a slash; a reference is needed.',
        );
      const same = known.find((one) => one.distribution === distribution && one.reference === reference);
      if (same && same.paths.join('\n') !== paths.join('\n'))
        return awsError('cloudfront', 409, 'InvalidationBatchAlreadyExists', 'The reference is taken.');
      const made = same ?? { id: `I${known.length + 1}`, distribution, reference, paths };
      if (!same) known.push(made);
      return created(made);
    },
  };
}

function created({ id, distribution, reference, paths }: Invalidation): AwsResponse {
  const items = paths.map((path) => `<Path>${path}</Path>`).join('');
  const batch = `<Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths><CallerReference>${reference}</CallerReference>`;
  const body = `<?xml version="1.0"?>\n<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>${id}</Id><Status>InProgress</Status><CreateTime>1970-01-01T00:00:00Z</CreateTime><InvalidationBatch>${batch}</InvalidationBatch></Invalidation>`;
  const location = `https://cloudfront.amazonaws.com/2020-05-31/distribution/${distribution}/invalidation/${id}`;
  return { status: 201, headers: { 'content-type': 'text/xml', location }, body: Buffer.from(body) };
}
