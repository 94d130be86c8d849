import type { EnvironmentName, StageName } from '../../shared/contract/stages.ts';
import { objectKeys } from '../../shared/contract/keys.ts';

/**
 * Everything that each function may do. infra/constructs/stage-function.ts makes the function's role from these rows.
 * The role has three further permissions: to write the function's log, to write traces, and to read the stage's own
 * queue.
 */
export type Grant = ObjectGrant | { on: EnvironmentName; actions: readonly string[] };

export interface ObjectGrant {
  on: 'rawBucket' | 'feedBucket';
  actions: readonly string[];
  /** A pattern of keys in the bucket. */
  objects: string;
  /** Why the function needs a pattern and not one fixed key. */
  reason?: string;
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

export const GRANTS: Record<StageName, readonly Grant[]> = {
  ingest: [
    ...configuration,
    { ...rawObjects, actions: ['s3:GetObject', 's3:PutObject'] },
    {
      on: 'table',
      actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    },
    { on: 'decisionQueue', actions: ['sqs:SendMessage'] },
  ],
  normalise: [
    ...configuration,
    { ...rawObjects, actions: ['s3:GetObject'] },
    { ...largeContents, actions: ['s3:GetObject', 's3:PutObject'] },
    {
      on: 'table',
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
    { on: 'nowQueue', actions: ['sqs:SendMessage'] },
    { on: 'normaliseQueue', actions: ['sqs:SendMessage'] },
  ],
  'fan-out': [
    ...configuration,
    {
      on: 'table',
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
    { on: 'feedBucket', actions: ['s3:ListBucket'] },
    { on: 'publishQueue', actions: ['sqs:SendMessage'] },
    { on: 'normaliseQueue', actions: ['sqs:SendMessage'] },
  ],
  publish: [
    ...configuration,
    { ...largeContents, actions: ['s3:GetObject'] },
    {
      on: 'table',
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
    { ...feedDocuments, actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'] },
    { on: 'feedBucket', actions: ['s3:ListBucket'] },
    { on: 'distribution', actions: ['cloudfront:CreateInvalidation'] },
  ],
};
