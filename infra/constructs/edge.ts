import { Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
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
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/** Longest time that a copy of a document may be served after it was replaced. */
const FRESH = Duration.seconds(60);
/** How long "there is no such document" is believed; short, for a feed's first readers may come before its first item. */
const ERRORS_FRESH = Duration.seconds(5);

/** A name of one's own for the feeds, with a certificate for it in us-east-1, where CloudFront looks for them. */
export interface OwnDomain {
  name: string;
  certificateArn: string;
}

export interface EdgeProps {
  feedBucket: Bucket;
  /** Path of the viewer-request function's source. */
  viewerRequest: string;
  domain?: OwnDomain | undefined;
}

/** Where feeds are read. */
export class Edge extends Construct {
  /** Where the feeds are, without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { feedBucket, viewerRequest, domain }: EdgeProps) {
    super(scope, id);

    const rewrite = new Function(this, 'ViewerRequest', {
      comment: 'Addresses to documents, and their gzip twins',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: viewerRequest }),
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${Stack.of(this).stackName}: feeds out`,
      defaultBehavior: {
        // ListBucket makes a missing document a 404 instead of a 403; CloudFront's own mapping of one to the other
        // needs an error page in the bucket. Nobody can list: the function lets documents' addresses through alone.
        origin: S3BucketOrigin.withOriginAccessControl(feedBucket, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        // The twins are compressed already; CloudFront's own compression would weaken the ETags.
        compress: false,
        cachePolicy: this.#cachePolicy(),
        responseHeadersPolicy: this.#headersPolicy(),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: rewrite }],
      },
      errorResponses: [403, 404].map((httpStatus) => ({ httpStatus, ttl: ERRORS_FRESH })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Machines poll feeds, to which a few tens of milliseconds are nothing; these edges cost least.
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}`;

    acknowledge(distribution, {
      'AwsSolutions-CFR1':
        'Feeds are read all over the world. What may not go to a territory is not in the feed that goes there.',
      'AwsSolutions-CFR2':
        'There is nothing behind the edge but stored documents, read with GET and HEAD; the viewer-request function answers every other address itself, before cache and origin.',
      'AwsSolutions-CFR3':
        'Standard logging cannot deliver to a bucket in an opt-in region, and its successor is declared in us-east-1 only; this stack deploys to any region. What the edge fetches is in the access log of the feed bucket.',
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk':
        'The listing is at the root, and the viewer-request function lets no address through but those of documents.',
      ...(!domain && {
        'AwsSolutions-CFR4':
          "CloudFront fixes the protocols of its own certificate (*.cloudfront.net). With a domain and certificate of one's own (docs/operations.md) TLS 1.2 is the minimum.",
      }),
    });
  }

  /** Nothing but the path tells cached documents apart, and the function has put everything into the path. */
  #cachePolicy(): CachePolicy {
    return new CachePolicy(this, 'CachePolicy', {
      comment: 'By path alone, for a minute at most',
      minTtl: Duration.seconds(0),
      defaultTtl: FRESH,
      maxTtl: FRESH,
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: false,
      enableAcceptEncodingBrotli: false,
    });
  }

  #headersPolicy(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Vary for the gzip twins; feeds are documents, never pages',
      customHeadersBehavior: {
        customHeaders: [{ header: 'Vary', value: 'Accept-Encoding', override: true }],
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
