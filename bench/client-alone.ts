/** What every function needs, and nothing else. `start.ts` bundles this file. */
export * from '@aws-sdk/client-dynamodb';
