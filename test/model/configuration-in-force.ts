import type { MemoryCloud } from '../support/memory/cloud.ts';
import { configurationOf, VARIANTS } from './newsroom.ts';
import type { ReferenceChannel } from './reference-types.ts';

/** The channels that are configured now. */
export class ConfigurationInForce {
  channels: readonly ReferenceChannel[] = [];
  /** For each channel, the smallest value that its setting `items` (how many items it shows) ever had. */
  readonly fewestItems = new Map<string, number>();

  /** Puts the configuration at this position of `VARIANTS` in force. */
  put(variant: number, { configuration }: MemoryCloud): void {
    this.channels = VARIANTS[variant] ?? [];
    for (const { id, items } of this.channels)
      this.fewestItems.set(id, Math.min(items, this.fewestItems.get(id) ?? items));
    configuration.set(configurationOf(this.channels));
  }
}
