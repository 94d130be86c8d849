/** Where the local cloud says it is: fauxqs knows one account and is told the region. */
export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
