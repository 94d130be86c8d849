import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * Stored data stays when a resource leaves the stack or the stack is deleted. Only the roll-back of the deployment
 * that creates a resource deletes it, so that a first deployment that fails leaves nothing behind.
 */
const KEEP = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** The properties of every bucket. */
const BUCKET: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  // SSE-S3, not KMS: publish uses an object's ETag as a hash of its content. With KMS the ETag is not such a hash.
  encryption: BucketEncryption.S3_MANAGED,
  removalPolicy: KEEP,
};

const ABORT_UPLOADS = { id: 'AbortIncompleteUploads', abortIncompleteMultipartUploadAfter: Duration.days(7) };

/** Days that the access logs of the buckets are kept. */
const ACCESS_LOG_DAYS = 90;

/** All stored data: the bucket of submissions, the bucket of documents, and the table. */
export class Storage extends Construct {
  readonly rawBucket: Bucket;
  readonly feedBucket: Bucket;
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...BUCKET,
      lifecycleRules: [ABORT_UPLOADS, { id: 'ExpireLogs', expiration: Duration.days(ACCESS_LOG_DAYS) }],
    });

    // Versioned, and no version expires: the articles and their state can be rebuilt from this bucket.
    this.rawBucket = new Bucket(this, 'Raw', {
      ...BUCKET,
      versioned: true,
      lifecycleRules: [ABORT_UPLOADS],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'raw/',
    });

    // Not versioned: documents can be rebuilt from the table, and an old version would still contain withdrawn
    // stories.
    this.feedBucket = new Bucket(this, 'Feeds', {
      ...BUCKET,
      lifecycleRules: [ABORT_UPLOADS],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'feeds/',
    });

    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      // No deletion protection: the roll-back of a failed first deployment could not delete the table, and the stack
      // would stay in ROLLBACK_FAILED. The policy below keeps the table, and if somebody deletes it by hand, DynamoDB
      // keeps a backup for 35 days, because of the point-in-time recovery (Developer Guide, "Deleting a table").
      removalPolicy: KEEP,
    });
  }
}
