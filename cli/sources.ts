import type { ConfigurationStore } from '../shared/contract/stores.ts';
import { EXIT, Failure } from './failure.ts';

interface Configured {
  configuration: Pick<ConfigurationStore, 'current'>;
}

/** Ids of the sources in the configuration. */
export async function configuredSources({ configuration }: Configured): Promise<string[]> {
  return (await configuration.current())?.sources.map(({ id }) => id) ?? [];
}

/** Nothing will ever come in the name of a source that is not configured, so nobody is told that something waits for it. */
export async function refuseUnknownSource(pipeline: Configured, source: string): Promise<void> {
  const sources = await configuredSources(pipeline);
  if (!sources.includes(source)) throw unknownSource(source, sources);
}

export function unknownSource(source: string, configured: readonly string[], also = ''): Failure {
  const remedy =
    configured.length === 0 ? '"wiredesk apply" brings some.' : `There are: ${configured.join(', ')}.`;
  return new Failure(`there is no source ${source}${also}`, remedy, EXIT.usage);
}
