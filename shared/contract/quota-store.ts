import type { Hour } from '../domain/quota.ts';
import type { Written } from './stores.ts';

/** How many submissions each source has sent in each hour. */
export interface QuotaStore {
  /**
   * Counts one more submission of the source in this hour. `refused`: `limit` submissions or more are counted already,
   * and nothing is changed. With parallel calls, exactly `limit` are counted.
   */
  count(source: string, hour: Hour, limit: number): Promise<Written>;
  /** How many submissions of the source are counted in this hour. */
  used(source: string, hour: Hour): Promise<number>;
}
