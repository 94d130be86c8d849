import type { Envelope } from '../../../shared/contract/messages.ts';
import type { Decision } from '../../../shared/domain/decision.ts';

/** The decision that a source takes when it sends an article with `pubstatus` canceled. */
export function killBySource({ source, receipt, receivedAt }: Envelope): Decision {
  return { action: 'kill', at: receivedAt, receipt, by: `source ${source}` };
}
