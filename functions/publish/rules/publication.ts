import type { FeedState } from '../../../shared/domain/manifest.ts';
import type { WantedDocument } from './documents.ts';

/** What to commit and what to put. */
export interface Publication {
  state: FeedState;
  documents: WantedDocument[];
}
