import { Logger } from '@aws-lambda-powertools/logger';
import { SERVICE_NAME } from '../contract/stages.ts';
import { visibleInJson } from '../contract/visible-text.ts';

/**
 * The structured logger: each entry is one line of JSON, and a terminal shows it as it is. Callers log ids and codes,
 * and never contents, tokens or addresses with credentials.
 */
export const log = new Logger({
  serviceName: SERVICE_NAME,
  jsonReplacerFn: (_, value: unknown) => (typeof value === 'string' ? visibleInJson(value) : value),
});
