import type { EnvironmentName, StageName } from '../../shared/contract/stages.ts';
import { objectKeys } from '../../shared/contract/keys.ts';

/**
 * What each function may do, all of it: infra/constructs/stage-function.ts turns the rows into the function's role,
 * which besides holds only the writing of its own log, its traces and, for a stage with a queue, the reading of it.
 */
export type Grant = ObjectGrant | { on: EnvironmentName; actions: readonly string[] };

export interface ObjectGrant {
  on: 'rawBucket' | 'feedBucket';
  actions: readonly string[];
  /** Keys within the bucket. */
  objects: string;
  /** Why the keys cannot be named one by one. */
  reason?: string;
}

const rawObjects = {
  on: 'rawBucket',
  objects: objectKeys.raw('*', '*'),
  reason: 'Raw objects are named by source and receipt, which are not known before they are sent.',
} as const;

const largeContents = {
  on: 'rawBucket',
  objects: objectKeys.content('*', '*'),
  reason:
    'Contents that outgrow a table item are named by article and hash, which come with the submissions.',
} as const;

const feedDocuments = {
  on: 'feedBucket',
  objects: objectKeys.document('*', '*'),
  reason: 'Documents are named by feed, and feeds come and go with the configuration.',
} as const;

/** Reading the configuration. Without ListBucket S3 answers 403, not 404, for an object that is not there yet. */
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
