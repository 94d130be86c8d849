import { accessOf, entryOf, type Source, type SourceAccess } from '../../domain/source.ts';
import { readConfiguration, storeConfiguration } from '../configuration/stored-configuration.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import { unknownSource } from '../sources.ts';

/** How often a change is tried. An attempt fails if somebody else changes the configuration at the same time. */
const ATTEMPTS = 5;

type Stores = Pick<Pipeline, 'rawBucket'>;

/** All sources in the configuration in force. */
export async function listSources(pipeline: Stores): Promise<Source[]> {
  return (await readConfiguration(pipeline)).configuration?.sources ?? [];
}

export async function findSource(pipeline: Stores, id: string): Promise<Done<Source>> {
  return sourceAmong(await listSources(pipeline), id);
}

/**
 * Changes the rights of one source in the configuration in force, and nothing else. Every request that comes more
 * than a few seconds later is judged by the new rights. `edit` gets the source and returns its new rights.
 */
export async function changeSource(
  pipeline: Stores,
  id: string,
  edit: (source: Source) => Done<SourceAccess>,
): Promise<Done<Source>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { configuration, etag } = await readConfiguration(pipeline);
    const sources = configuration?.sources ?? [];
    const found = sourceAmong(sources, id);
    if (configuration === undefined || !found.ok) return found;
    const edited = edit(found.value);
    if (!edited.ok) return edited;
    // The earlier rights are left out: a member that the new rights do not have must not stay.
    const changed: Source = { ...entryOf(found.value), ...accessOf(edited.value) };
    const all = sources.map((source) => (source.id === id ? changed : source));
    if ((await storeConfiguration({ ...configuration, sources: all }, etag, pipeline)) !== 'refused') {
      return done(changed);
    }
  }
  return failed(
    'configuration-changed',
    'other people are applying configurations at the same time',
    'Repeat the change in a few minutes.',
  );
}

function sourceAmong(sources: readonly Source[], id: string): Done<Source> {
  const found = sources.find((source) => source.id === id);
  return found === undefined
    ? unknownSource(
        id,
        sources.map((source) => source.id),
      )
    : done(found);
}
