import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { decodeConfiguration } from '../../../shared/contract/stored/configuration.ts';
import type { ConfigurationStore } from '../../../shared/contract/stores.ts';

export interface MemoryConfigurationStore extends ConfigurationStore {
  /** Puts a configuration in force. */
  set(configuration: StoredConfiguration): void;
}

export function memoryConfigurationStore(): MemoryConfigurationStore {
  let stored: string | undefined;
  let decoded: StoredConfiguration | undefined;
  // Returns the same object until another configuration is put in force, because fan-out keeps an index for each
  // object.
  const current = async (): Promise<StoredConfiguration | undefined> =>
    (decoded ??= stored === undefined ? undefined : decodeConfiguration(stored));
  return {
    set(configuration) {
      stored = JSON.stringify(configuration);
      decoded = undefined;
    },
    current,
    recent: current,
  };
}
