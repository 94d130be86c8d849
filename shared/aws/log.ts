import { Logger } from '@aws-lambda-powertools/logger';
import { SERVICE_NAME } from '../contract/stages.ts';

/** The structured logger. Callers log ids and codes, and never contents, tokens or addresses with credentials. */
export const log = new Logger({ serviceName: SERVICE_NAME });
