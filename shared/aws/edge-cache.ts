import {
  CloudFrontClient,
  type CloudFrontClientConfig,
  CreateInvalidationCommand,
} from '@aws-sdk/client-cloudfront';
import type { EdgeCache } from '../contract/stores.ts';

/** Short: the copies are gone in a minute in any case, and publish has other things to do. */
const LIMITS = { maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 } };

/** The cache of a CloudFront distribution. */
export function openEdgeCache(distribution: string, config: CloudFrontClientConfig = {}): EdgeCache {
  const client = new CloudFrontClient({ ...LIMITS, ...config });
  return {
    async forget(paths, reference) {
      const Paths = { Quantity: paths.length, Items: [...paths] };
      await client.send(
        new CreateInvalidationCommand({
          DistributionId: distribution,
          InvalidationBatch: { CallerReference: reference, Paths },
        }),
      );
    },
  };
}
