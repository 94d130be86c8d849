/** The region and the account of the local cloud. The S3 and SQS emulator supports only this account. */
export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

/** An access key pair. The local cloud recognises a caller by the access key id. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}
