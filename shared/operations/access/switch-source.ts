import { instantOf } from '../../domain/instant.ts';
import { accessWith, type Source, tokensOf } from '../../domain/source.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { changeSource } from './change-source.ts';

type Switching = Pick<Pipeline, 'rawBucket' | 'now'>;

/**
 * Disables a source: every request of it is refused until it is enabled again. Its tokens are kept, and its articles
 * stay in the feeds.
 */
export function disableSource(pipeline: Switching, id: string): Promise<Done<Source>> {
  const now = instantOf(pipeline.now());
  return changeSource(pipeline, id, (source) => done(accessWith(tokensOf(source), source.disabled ?? now)));
}

/** Enables a source that was disabled. The tokens that have not ended are accepted again. */
export function enableSource(pipeline: Switching, id: string): Promise<Done<Source>> {
  return changeSource(pipeline, id, (source) => done(accessWith(tokensOf(source), undefined)));
}
