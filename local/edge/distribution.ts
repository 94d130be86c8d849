import * as z from 'zod';

/** The properties of AWS::CloudFront::Distribution and ::Function that the local edge reads. */

const behaviour = z.object({
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  FunctionAssociations: z
    .array(z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .default([]),
  ResponseHeadersPolicyId: z.string().optional(),
  // If CloudFront compresses a response, it makes the ETag weak. The local edge does neither, so `true` is refused.
  Compress: z.literal(false, { error: 'the local cloud does not compress at the edge' }).default(false),
});
export type Behaviour = z.infer<typeof behaviour>;

export const distributionProperties = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().default(''),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour.extend({ PathPattern: z.string() })).default([]),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.string(),
        OriginPath: z.string().default(''),
        S3OriginConfig: z.object({}, { error: 'only S3 origins are served locally' }),
      }),
    ),
    CustomErrorResponses: z
      .array(
        z.object({
          ErrorCode: z.number(),
          ResponseCode: z.number().optional(),
          ResponsePagePath: z.string().optional(),
        }),
      )
      .default([]),
  }),
});
export type DistributionConfig = z.infer<typeof distributionProperties>['DistributionConfig'];

export const functionProperties = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.object({
    Runtime: z.literal('cloudfront-js-2.0'),
    // CloudFront accepts at most one store per function.
    KeyValueStoreAssociations: z
      .array(z.object({ KeyValueStoreARN: z.string() }))
      .max(1)
      .default([]),
  }),
});
