import {
  CloudFrontClient,
  type CloudFrontClientConfig,
  CreateInvalidationCommand,
} from '@aws-sdk/client-cloudfront';
import type { EdgeCache } from '../contract/stores.ts';
import { LIMITS } from './limits.ts';

/** A shorter time for a request: copies expire after a minute anyway, and publish must not wait long. */
const SHORTER = { requestHandler: { ...LIMITS.requestHandler, requestTimeout: 2000 } };

/** Invalidates copies in a CloudFront distribution. */
export function openEdgeCache(distribution: string, config: CloudFrontClientConfig = {}): EdgeCache {
  const client = new CloudFrontClient({ ...LIMITS, ...SHORTER, ...config });
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
