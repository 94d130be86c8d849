import { createHash } from 'node:crypto';
import type { ConfigurationFile, StoredConfiguration } from '../../contract/configuration.ts';
import { decodeConfiguration } from '../../contract/stored/configuration.ts';
import { FORMAT } from '../../contract/stored/format.ts';
import { objectKeys } from '../../contract/keys.ts';
import { entryOf } from '../../domain/source.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed, type Refusal } from '../result.ts';

/** A configuration with the ETag that guards its replacement; both undefined before the first apply. */
export interface VersionedConfiguration {
  configuration: StoredConfiguration | undefined;
  etag: string | undefined;
}

export async function readConfiguration({
  rawBucket,
}: Pick<Pipeline, 'rawBucket'>): Promise<VersionedConfiguration> {
  const object = await rawBucket.get(objectKeys.configuration);
  const text = object && Buffer.from(object.bytes).toString('utf8');
  return {
    configuration: text === undefined ? undefined : decodeConfiguration(text),
    etag: object?.etag,
  };
}

/**
 * The configuration in force as a file that says the same, without partners: applying it changes nothing that a person
 * decided. Undefined before the first apply.
 */
export async function fileInForce(
  pipeline: Pick<Pipeline, 'rawBucket'>,
): Promise<Done<ConfigurationFile | undefined>> {
  const { configuration } = await readConfiguration(pipeline);
  if (configuration === undefined) return done(undefined);
  const newer = refuseNewer(configuration);
  if (newer !== undefined) return newer;
  const { publisher, sources, channels, retention } = configuration;
  return done({
    publisher,
    sources: sources.map(entryOf),
    channels,
    ...(retention !== undefined && { retention }),
  });
}

/** Returns a failure for a configuration that must not be written back, because parts of it would be lost. */
export function refuseNewer({ notUnderstood }: StoredConfiguration): Refusal | undefined {
  if (notUnderstood === undefined) return undefined;
  return failed(
    'configuration-newer',
    `a newer version of Wiredesk stored the configuration; not understood: ${notUnderstood.join(', ')}`,
    'Use the newer version of the command, or apply a file.',
  );
}

/**
 * Replaces the configuration that was read with this ETag, and returns the ETag of the new one. `refused` if somebody
 * else has applied another configuration since then, which must not be overwritten.
 */
export async function storeConfiguration(
  configuration: StoredConfiguration,
  etag: string | undefined,
  { rawBucket }: Pick<Pipeline, 'rawBucket'>,
): Promise<{ etag: string } | 'refused'> {
  const bytes = Buffer.from(JSON.stringify({ ...configuration, format: FORMAT }));
  const object = { bytes, mediaType: 'application/json' };
  const written =
    etag === undefined
      ? await rawBucket.putIfAbsent(objectKeys.configuration, object)
      : await rawBucket.putIfMatch(objectKeys.configuration, object, etag);
  return written === 'refused' ? 'refused' : { etag: `"${createHash('md5').update(bytes).digest('hex')}"` };
}
