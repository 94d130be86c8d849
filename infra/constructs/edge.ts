import { Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  type AddBehaviorOptions,
  AllowedMethods,
  CachePolicy,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CacheQueryStringBehavior,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  KeyValueStore,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { objectKeys } from '../../shared/contract/keys.ts';
import { acknowledge } from '../acknowledge.ts';
import type { CustomDomain } from '../custom-domain.ts';
import { physicalName } from '../physical-name.ts';

/** The longest time that CloudFront serves a copy of a document after the document was replaced. */
const MAX_AGE = Duration.seconds(60);
/** publish sets the same value on each document. A stale copy is never served: it could contain a withdrawn story. */
const CACHE_CONTROL = `max-age=${MAX_AGE.toSeconds()}, stale-if-error=0`;
/**
 * How long an error response is cached. This time is short, because a reader may request a feed before its first
 * documents are published, and must not get 404 for long.
 */
const ERROR_MAX_AGE = Duration.seconds(5);

export interface EdgeProps {
  feedBucket: Bucket;
  /** Path of the viewer-request function's source. */
  viewerRequest: string;
  /** A custom domain for the feeds. Its certificate is in us-east-1, as CloudFront requires. */
  domain?: CustomDomain | undefined;
}

/** The CloudFront distribution that serves the feeds. */
export class Edge extends Construct {
  /** The base URL of the feeds, without a slash at the end. */
  readonly url: string;
  readonly distribution: Distribution;
  /** The entry of each partner, which the viewer-request function reads (shared/contract/edge-record.ts). */
  readonly partners: KeyValueStore;

  constructor(scope: Construct, id: string, { feedBucket, viewerRequest, domain }: EdgeProps) {
    super(scope, id);

    this.partners = new KeyValueStore(this, 'Partners', {
      keyValueStoreName: physicalName(this, 'partners'),
      comment: 'The tokens and feeds of each partner',
    });
    const rewrite = new Function(this, 'ViewerRequest', {
      functionName: physicalName(this, 'viewer-request'),
      comment: 'Checks partners and maps an address to a document or its gzip variant',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: viewerRequest }),
      keyValueStore: this.partners,
    });
    // The origin may read but not list the bucket. S3 then answers 403 for a missing object, and the error page turns
    // it into 404. So nothing can be listed, and a missing object and a forbidden object get the same bytes.
    const origin = S3BucketOrigin.withOriginAccessControl(feedBucket, {
      originAccessControl: new S3OriginAccessControl(this, 'AccessControl', {
        originAccessControlName: physicalName(this, 'feed-bucket'),
      }),
    });
    const reading: AddBehaviorOptions = {
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // The gzip variants are stored. CloudFront's own compression would make the ETags weak.
      compress: false,
      cachePolicy: this.#cachePolicy(),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: rewrite }],
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${Stack.of(this).stackName}: serves the feeds`,
      defaultBehavior: { ...reading, origin, responseHeadersPolicy: this.#headersPolicy('Headers') },
      additionalBehaviors: {
        '/p/*': {
          ...reading,
          // The address or a header of such a request contains a token. A redirect would come after the token went
          // over the network in clear, and the mistake would never be noticed.
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          origin,
          responseHeadersPolicy: this.#headersPolicy('PrivateHeaders', 'private'),
        },
      },
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: `/${objectKeys.notFoundPage}`,
        ttl: ERROR_MAX_AGE,
      })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The cheapest class. Feeds are polled by machines, for which a few tens of milliseconds more do not matter.
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    this.distribution = distribution;
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}`;

    acknowledge(distribution, {
      'AwsSolutions-CFR1':
        'Feeds are read all over the world. A feed for a territory does not contain articles that may not be shown there.',
      'AwsSolutions-CFR2':
        'The edge serves stored documents only, with GET and HEAD. The viewer-request function answers every other address itself, and every request below /p without a valid token, before the cache and the origin. A token has 256 bits and cannot be guessed, so a rate limit would not add protection.',
      'AwsSolutions-CFR3':
        'Standard logging cannot deliver to a bucket in an opt-in region, and its successor can be declared in us-east-1 only, but this stack deploys to any region. The access log of the feed bucket records what the edge fetches.',
      ...(!domain && {
        'AwsSolutions-CFR4':
          'CloudFront fixes the protocols of its own certificate (*.cloudfront.net). With a custom domain and certificate (docs/operations.md) TLS 1.2 is the minimum.',
      }),
    });
  }

  /**
   * The cache key is the path alone: the viewer-request function has put everything else that matters into the path.
   */
  #cachePolicy(): CachePolicy {
    return new CachePolicy(this, 'CachePolicy', {
      cachePolicyName: physicalName(this, 'documents'),
      comment: 'Cache key: the path. At most one minute',
      minTtl: Duration.seconds(0),
      defaultTtl: MAX_AGE,
      maxTtl: MAX_AGE,
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: false,
      enableAcceptEncodingBrotli: false,
    });
  }

  /**
   * CloudFront adds `private` to a response for a partner when the response leaves the cache. If the object in S3 had
   * `private`, CloudFront would not cache it.
   */
  #headersPolicy(id: string, audience?: 'private'): ResponseHeadersPolicy {
    const cacheControl =
      audience === undefined
        ? { header: 'Cache-Control', value: CACHE_CONTROL, override: false }
        : { header: 'Cache-Control', value: `${audience}, ${CACHE_CONTROL}`, override: true };
    return new ResponseHeadersPolicy(this, id, {
      responseHeadersPolicyName: physicalName(this, audience ?? 'public'),
      comment: 'Vary for the gzip variants; security headers for feeds',
      customHeadersBehavior: {
        customHeaders: [{ header: 'Vary', value: 'Accept-Encoding', override: true }, cacheControl],
      },
      // CloudFront adds these to the response to a request of a page of another origin. The viewer-request function
      // answers preflights itself.
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
        accessControlAllowHeaders: ['Authorization', 'If-None-Match', 'If-Modified-Since'],
        accessControlExposeHeaders: ['ETag'],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; sandbox", override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    });
  }
}
