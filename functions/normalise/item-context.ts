import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type { Envelope } from '../../shared/contract/messages.ts';
import type { Source } from '../../shared/domain/source.ts';

/** What all items of one submission have in common. */
export interface SubmissionContext {
  envelope: Envelope;
  rawKey: string;
  configuration: StoredConfiguration;
  source: Source;
}

export interface ItemContext extends SubmissionContext {
  /** The position of the item in its submission, from 0. */
  item: number;
}
