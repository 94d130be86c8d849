import {
  CloudFrontClient,
  type CloudFrontClientConfig,
  CreateInvalidationCommand,
} from '@aws-sdk/client-cloudfront';
import type { EdgeCache } from '../contract/stores.ts';

/** Few attempts and short timeouts: copies expire after a minute anyway, and publish must not wait long. */
const LIMITS = { maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 } };

/** Invalidates copies in a CloudFront distribution. */
export function openEdgeCache(distribution: string, config: CloudFrontClientConfig = {}): EdgeCache {
  const client = new CloudFrontClient({ ...LIMITS, ...config });
  return {
    async invalidate(paths, reference) {
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
