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
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { objectKeys } from '../../shared/contract/keys.ts';
import { acknowledge } from '../acknowledge.ts';

/** Longest time that a copy of a document may be served after it was replaced. */
const FRESH = Duration.seconds(60);
/** What the objects say as well: a copy is not served stale, for a withdrawn story must not come back. */
const CACHED = `max-age=${FRESH.toSeconds()}, stale-if-error=0`;
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
  readonly distribution: Distribution;
  /** What the edge knows of partners: shared/contract/edge-record.ts. */
  readonly partners: KeyValueStore;

  constructor(scope: Construct, id: string, { feedBucket, viewerRequest, domain }: EdgeProps) {
    super(scope, id);

    this.partners = new KeyValueStore(this, 'Partners', { comment: 'Who may read what below /p' });
    const rewrite = new Function(this, 'ViewerRequest', {
      comment: 'Addresses to documents and their gzip twins, for whom they are meant',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: viewerRequest }),
      keyValueStore: this.partners,
    });
    // READ without ListBucket: S3 says 403 for what is not there, and the error page makes that 404. So there is no
    // listing, and what is missing and what may not be read are the same bytes.
    const origin = S3BucketOrigin.withOriginAccessControl(feedBucket);
    const reading: AddBehaviorOptions = {
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // The twins are compressed already; CloudFront's own compression would weaken the ETags.
      compress: false,
      cachePolicy: this.#cachePolicy(),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: rewrite }],
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${Stack.of(this).stackName}: feeds out`,
      defaultBehavior: { ...reading, origin, responseHeadersPolicy: this.#headersPolicy('Headers') },
      additionalBehaviors: {
        '/p/*': {
          ...reading,
          origin,
          responseHeadersPolicy: this.#headersPolicy('PrivateHeaders', 'private'),
        },
      },
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: `/${objectKeys.notFoundPage}`,
        ttl: ERRORS_FRESH,
      })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Machines poll feeds, to which a few tens of milliseconds are nothing; these edges cost least.
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
        'Feeds are read all over the world. What may not go to a territory is not in the feed that goes there.',
      'AwsSolutions-CFR2':
        'There is nothing behind the edge but stored documents, read with GET and HEAD. The viewer-request function answers every other address itself, and whoever shows no live token of a partner below /p, before cache and origin; tokens have 256 bits, so there is nothing to guess and no rate to limit.',
      'AwsSolutions-CFR3':
        'Standard logging cannot deliver to a bucket in an opt-in region, and its successor is declared in us-east-1 only; this stack deploys to any region. What the edge fetches is in the access log of the feed bucket.',
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

  /** What partners read is `private`, which is said behind the cache: CloudFront itself would not keep such a document. */
  #headersPolicy(id: string, audience?: 'private'): ResponseHeadersPolicy {
    const cacheControl =
      audience === undefined
        ? { header: 'Cache-Control', value: CACHED, override: false }
        : { header: 'Cache-Control', value: `${audience}, ${CACHED}`, override: true };
    return new ResponseHeadersPolicy(this, id, {
      comment: 'Vary for the gzip twins; feeds are documents, never pages',
      customHeadersBehavior: {
        customHeaders: [{ header: 'Vary', value: 'Accept-Encoding', override: true }, cacheControl],
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
