import { Logger } from '@aws-lambda-powertools/logger';

/** One structured logger. Ids and codes go into it; contents, tokens and addresses with credentials never do. */
export const log = new Logger({ serviceName: 'wiredesk' });
