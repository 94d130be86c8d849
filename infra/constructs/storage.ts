import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** What no bucket of ours goes without. Each keeps what it holds when the stack is deleted. */
const PRIVATE: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  // SSE-S3 and not KMS: publish takes an object's ETag for a hash of its content, which only SSE-S3 leaves it.
  encryption: BucketEncryption.S3_MANAGED,
  removalPolicy: RemovalPolicy.RETAIN,
};

const ABORT_UPLOADS = { id: 'AbortIncompleteUploads', abortIncompleteMultipartUploadAfter: Duration.days(7) };

/** Days that the record of who read and wrote the buckets is kept. */
const ACCESS_LOG_DAYS = 90;

/** Everything that is kept: submissions as they came, documents as they are read, and the one table. */
export class Storage extends Construct {
  readonly rawBucket: Bucket;
  readonly feedBucket: Bucket;
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...PRIVATE,
      lifecycleRules: [ABORT_UPLOADS, { id: 'ExpireLogs', expiration: Duration.days(ACCESS_LOG_DAYS) }],
    });

    // Versioned, and no version expires: articles and their state are rebuilt from it.
    this.rawBucket = new Bucket(this, 'Raw', {
      ...PRIVATE,
      versioned: true,
      lifecycleRules: [ABORT_UPLOADS],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'raw/',
    });

    // Not versioned: a document follows from the table, and an old version would still hold what was withdrawn.
    this.feedBucket = new Bucket(this, 'Feeds', {
      ...PRIVATE,
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
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
