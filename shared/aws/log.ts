import { Logger } from '@aws-lambda-powertools/logger';

/** The structured logger. It is given ids and codes, and never contents, tokens or addresses with credentials. */
export const log = new Logger({ serviceName: 'wiredesk' });
