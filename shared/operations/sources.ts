import type { ConfigurationStore } from '../contract/stores.ts';
import { failed, type Refusal } from './result.ts';

interface Configured {
  configuration: Pick<ConfigurationStore, 'current'>;
}

/** Ids of the sources in the configuration. */
export async function configuredSources({ configuration }: Configured): Promise<string[]> {
  return (await configuration.current())?.sources.map(({ id }) => id) ?? [];
}

/** Returns a failure if the source is not configured: the ingest API would refuse its submissions. */
export async function refuseUnknownSource(
  pipeline: Configured,
  source: string,
): Promise<Refusal | undefined> {
  const sources = await configuredSources(pipeline);
  return sources.includes(source) ? undefined : unknownSource(source, sources);
}

export function unknownSource(source: string, configured: readonly string[], addition = ''): Refusal {
  const remedy =
    configured.length === 0
      ? 'Apply a configuration that has sources first.'
      : `The configured sources are: ${configured.join(', ')}.`;
  return failed('source-unknown', `there is no source ${source}${addition}`, remedy);
}
