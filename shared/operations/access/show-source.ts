import type { Instant } from '../../domain/instant.ts';
import { hourOf } from '../../domain/quota.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { findSource } from './change-source.ts';
import { type SourceRow, sourceRow } from './source-row.ts';

export interface ShownSource extends SourceRow {
  /** When the current hour began. */
  since: Instant;
  /** How many submissions it has sent in the current hour. Decisions are not counted. */
  used: number;
}

export async function showSource(
  pipeline: Pick<Pipeline, 'rawBucket' | 'quota' | 'now'>,
  id: string,
): Promise<Done<ShownSource>> {
  const found = await findSource(pipeline, id);
  if (!found.ok) return found;
  const now = pipeline.now();
  const hour = hourOf(now);
  const used = await pipeline.quota.used(id, hour);
  return done({ ...sourceRow(found.value, now), since: hour.from, used });
}
