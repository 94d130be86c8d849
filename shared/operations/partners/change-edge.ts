import pLimit from 'p-limit';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import { accessKey } from '../../domain/access.ts';
import type { PartnerId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { type AccessChange, accessChanges, readersOf } from './access-changes.ts';
import { updateEdge } from './edge-entries.ts';

/** How many rows of the history are written at the same time. */
const CONCURRENCY = 16;

/**
 * Changes the entries at the edge from `before` to `after`, and records who can read what. The beginning of an access
 * is stored before the edge changes, its end afterwards, so no reader is missing in the history at any moment. Returns
 * `after`.
 */
export async function changeEdge(
  { before, after }: { before: ReadonlyMap<PartnerId, string>; after: ReadonlyMap<PartnerId, string> },
  { partners, configuration }: { partners: readonly Partner[]; configuration: StoredConfiguration },
  pipeline: Pick<Pipeline, 'edge' | 'readers' | 'now'>,
): Promise<ReadonlyMap<PartnerId, string>> {
  const { readers } = pipeline;
  const now = instantOf(pipeline.now());
  const input = { partners, configuration, now };
  const open = new Map((await readers.open()).map((access) => [accessKey(access), access]));
  const changes = accessChanges(
    open,
    { old: readersOf(before, input), next: readersOf(after, input) },
    { partners, now },
  );
  await store(changes.before, pipeline);
  if ((await readers.startedAt()) === undefined) await readers.start(now);
  await updateEdge(before, after, pipeline);
  await store(changes.after(instantOf(pipeline.now())), pipeline);
  return after;
}

/** The end of an access and the beginning of the next one are in this order in `changes`, so each kind is stored apart. */
async function store(
  changes: readonly AccessChange[],
  { readers }: Pick<Pipeline, 'readers'>,
): Promise<void> {
  const limit = pLimit(CONCURRENCY);
  await limit.map([...changes], async (change) => {
    if ('end' in change) await readers.end(change.end);
  });
  await limit.map([...changes], async (change) => {
    if ('put' in change) await readers.put(change.put);
  });
}
