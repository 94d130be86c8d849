import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { ConfigurationStore } from '../../../shared/contract/stores.ts';

export interface MemoryConfigurationStore extends ConfigurationStore {
  /** Puts a configuration in force. */
  set(configuration: StoredConfiguration): void;
}

export function memoryConfigurationStore(): MemoryConfigurationStore {
  let inForce: StoredConfiguration | undefined;
  return {
    set: (configuration) => {
      inForce = structuredClone(configuration);
    },
    // The same object as long as nothing else is put in force: fan-out keeps an index for each.
    current: async () => inForce,
    recent: async () => inForce,
  };
}
