import type { EnvironmentName, StageName } from '../../shared/contract/stages.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { PartitionName } from '../../shared/contract/table-keys.ts';

/**
 * Everything that each function may do. infra/constructs/stage-function.ts makes the function's role from these rows.
 * The role has three further permissions: to write the function's log, to write traces, and to read the stage's own
 * queue.
 */
export type Grant =
  ObjectGrant | TableGrant | { on: Exclude<EnvironmentName, 'stack' | 'table'>; actions: readonly string[] };

/**
 * Actions on the rows whose partition keys begin in one of these ways. A permission cannot be limited to sort keys
 * (DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control"). So within a partition a
 * stage may write each row: normalise each row of an article and each item of a receipt, publish each row of a feed.
 */
export interface TableGrant {
  on: 'table';
  actions: readonly string[];
  partitions: readonly PartitionName[];
}

export interface ObjectGrant {
  on: 'rawBucket' | 'feedBucket';
  actions: readonly string[];
  /** A pattern of keys in the bucket. */
  objects: string;
  /** Why the function needs a pattern and not one fixed key. */
  reason?: string;
  /** Whether the function may only create objects: a PUT must have `If-None-Match`. */
  writeOnce?: boolean;
}

const rawObjects = {
  on: 'rawBucket',
  objects: objectKeys.raw('*', '*'),
  reason:
    'The key of a raw object has a source and a receipt, which are not known before the submission is sent.',
} as const;

const largeContents = {
  on: 'rawBucket',
  objects: objectKeys.content('*', '*'),
  reason:
    'The key of a content that is too large for a table item has an article and a hash, which come with a submission.',
} as const;

const feedDocuments = {
  on: 'feedBucket',
  objects: objectKeys.document('*', '*'),
  reason: 'The key of a document has a feed id, and feeds change with the configuration.',
} as const;

/** Permissions to read the configuration. Without ListBucket, S3 answers 403 instead of 404 for a missing object. */
const configuration: readonly Grant[] = [
  { on: 'rawBucket', objects: objectKeys.configuration, actions: ['s3:GetObject'] },
  { on: 'rawBucket', actions: ['s3:ListBucket'] },
];

const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];

const readRows = (...partitions: PartitionName[]): TableGrant => ({
  on: 'table',
  actions: READ,
  partitions,
});

const writeRows = (
  actions: readonly ('BatchWrite' | 'Delete' | 'Put' | 'Update')[],
  ...partitions: PartitionName[]
): TableGrant => ({
  on: 'table',
  actions: actions.map((action) => `dynamodb:${action}Item`),
  partitions,
});

export const GRANTS: Record<StageName, readonly Grant[]> = {
  // The function that strangers can reach. It may read what a receipt shows, but not the partners, and it may write
  // receipts and count submissions only.
  ingest: [
    ...configuration,
    { ...rawObjects, actions: ['s3:GetObject'] },
    { ...rawObjects, actions: ['s3:PutObject'], writeOnce: true },
    readRows('article', 'feed', 'receipt'),
    writeRows(['Put'], 'receipt', 'receipts'),
    writeRows(['Update'], 'quota'),
    { on: 'decisionQueue', actions: ['sqs:SendMessage'] },
  ],
  normalise: [
    ...configuration,
    { ...rawObjects, actions: ['s3:GetObject'] },
    { ...largeContents, actions: ['s3:GetObject'] },
    { ...largeContents, actions: ['s3:PutObject'], writeOnce: true },
    readRows('article', 'receipt'),
    writeRows(['Put', 'Update'], 'article', 'dirty', 'due', 'receipt', 'receipts'),
    { on: 'nowQueue', actions: ['sqs:SendMessage'] },
    { on: 'normaliseQueue', actions: ['sqs:SendMessage'] },
  ],
  'fan-out': [
    ...configuration,
    readRows('article', 'dirty', 'due', 'feed', 'partners', 'reach', 'receipt', 'receipts', 'wake'),
    writeRows(['Update'], 'reach'),
    writeRows(['Delete', 'Put'], 'dirty', 'due'),
    writeRows(['BatchWrite'], 'todo'),
    writeRows(['Put'], 'wake'),
    { on: 'feedBucket', actions: ['s3:ListBucket'] },
    { on: 'publishQueue', actions: ['sqs:SendMessage'] },
    { on: 'normaliseQueue', actions: ['sqs:SendMessage'] },
  ],
  publish: [
    ...configuration,
    { ...largeContents, actions: ['s3:GetObject'] },
    readRows('article', 'feed', 'release', 'todo'),
    writeRows(['Put', 'Update'], 'feed'),
    writeRows(['Put'], 'due'),
    writeRows(['BatchWrite'], 'todo'),
    writeRows(['Delete', 'Put', 'Update'], 'wake'),
    { ...feedDocuments, actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'] },
    { on: 'feedBucket', actions: ['s3:ListBucket'] },
    { on: 'distribution', actions: ['cloudfront:CreateInvalidation'] },
  ],
};
