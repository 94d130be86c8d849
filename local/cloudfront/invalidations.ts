import { awsError } from '../protocol/errors.ts';
import type { AwsRequest, AwsResponse } from '../protocol/messages.ts';
import type { RequiredPermission } from '../protocol/service.ts';
import { ACCOUNT } from '../template/account.ts';

/** One CreateInvalidation request that was accepted. */
export interface Invalidation {
  id: string;
  distribution: string;
  reference: string;
  paths: string[];
}

export interface Invalidations {
  answer(request: AwsRequest): AwsResponse;
  /** All invalidations since the start, oldest first. */
  all(): readonly Invalidation[];
}

const PATH = /^\/2020-05-31\/distribution\/([^/?]+)\/invalidation$/;

/** The permission that a request to CloudFront needs. Undefined if it is not CreateInvalidation. */
export function invalidationPermission({ method, path }: AwsRequest): [RequiredPermission] | undefined {
  const distribution = PATH.exec(path)?.[1];
  if (method !== 'POST' || distribution === undefined) return undefined;
  const resource = `arn:aws:cloudfront::${ACCOUNT}:distribution/${distribution}`;
  return [{ action: 'cloudfront:CreateInvalidation', resource }];
}

/**
 * Emulates CloudFront's CreateInvalidation. The local edge caches nothing, so a request is only recorded. A second
 * request with the same reference and paths creates nothing and gets the first invalidation as its answer. A second
 * request with the same reference and other paths is an error (CloudFront API Reference).
 */
export function recordInvalidations(distributions: readonly string[]): Invalidations {
  const known: Invalidation[] = [];
  return {
    all: () => known,
    answer({ path, body }) {
      const distribution = PATH.exec(path)?.[1] ?? '';
      if (!distributions.includes(distribution))
        return refused(404, 'NoSuchDistribution', 'There is no such distribution.');
      const text = body.toString('utf8');
      const reference = /<CallerReference>([^<]+)<\/CallerReference>/.exec(text)?.[1] ?? '';
      const paths = [...text.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, content = '']) => content);
      if (reference === '' || paths.length === 0 || paths.some((item) => !item.startsWith('/')))
        return refused(
          400,
          'InvalidArgument',
          'Each path must begin with a slash, and a reference is required.',
        );
      const same = known.find((item) => item.distribution === distribution && item.reference === reference);
      if (same && same.paths.join('\n') !== paths.join('\n'))
        return refused(
          409,
          'InvalidationBatchAlreadyExists',
          'The reference was used before, with other paths.',
        );
      const made = same ?? { id: `I${known.length + 1}`, distribution, reference, paths };
      if (!same) known.push(made);
      return created(made);
    },
  };
}

const refused = (status: number, code: string, message: string): AwsResponse =>
  awsError('cloudfront', { status, code, message });

function created({ id, distribution, reference, paths }: Invalidation): AwsResponse {
  const items = paths.map((path) => `<Path>${path}</Path>`).join('');
  const batch = `<Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths><CallerReference>${reference}</CallerReference>`;
  const body = `<?xml version="1.0"?>\n<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>${id}</Id><Status>InProgress</Status><CreateTime>1970-01-01T00:00:00Z</CreateTime><InvalidationBatch>${batch}</InvalidationBatch></Invalidation>`;
  const location = `https://cloudfront.amazonaws.com/2020-05-31/distribution/${distribution}/invalidation/${id}`;
  return { status: 201, headers: { 'content-type': 'text/xml', location }, body: Buffer.from(body) };
}
