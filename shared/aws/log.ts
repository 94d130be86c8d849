import { Logger } from '@aws-lambda-powertools/logger';

/** The structured logger. Callers log ids and codes, and never contents, tokens or addresses with credentials. */
export const log = new Logger({ serviceName: 'wiredesk' });
