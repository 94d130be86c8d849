import type { Reached } from '../../cli/reach.ts';
import type { PartnerEntry } from '../../shared/contract/configuration.ts';
import { feedOfSubscription, subscriptionName } from '../../shared/contract/partner-feeds.ts';
import { basicOf } from '../support/partner-outlets.ts';
import type { Reader } from './http-readers.ts';
import type { ReferenceChannel } from './reference-types.ts';

const ALIAS = 'top';
/** As partners have them that are not given a feed of their own, and of terms only a delay. */
const PLAIN = { alias: ALIAS, profile: 'standard' as const, territory: [] };

/** What a partner reads, with a delay in minutes. */
interface Terms {
  channel: string;
  delay: number;
}

/** A partner that reads one channel under terms that change, is shut out and let in again. */
export class LivePartner {
  readonly #id: string;
  readonly #leaves: 'removed' | 'disabled';
  #terms: Terms | undefined;
  #subscriptions: PartnerEntry['subscriptions'] = [];
  /** Every token it was ever given, the newest first. */
  readonly #tokens: string[] = [];
  /** Feeds that were read at its address before, since it was let in. */
  #former: ReadonlySet<string> = new Set();

  /** `leaves`: how a configuration shuts it out. */
  constructor(id: string, leaves: 'removed' | 'disabled') {
    this.#id = id;
    this.#leaves = leaves;
  }

  /** Its part of a configuration in which it reads under these terms, or nothing. */
  entries(terms: Terms | undefined): PartnerEntry[] {
    const before = [...this.#former, ...(this.#terms ? [this.#feedOf(this.#terms)] : [])];
    this.#former = new Set(terms ? before.filter((feed) => feed !== this.#feedOf(terms)) : []);
    this.#terms = terms;
    if (terms === undefined && this.#leaves === 'removed') return [];
    if (terms !== undefined) this.#subscriptions = [{ ...PLAIN, ...terms }];
    const disabled = terms === undefined;
    return [{ id: this.#id, name: this.#id, disabled, subscriptions: this.#subscriptions }];
  }

  /** Takes note of the token it was given, if it was. */
  give(newTokens: Readonly<Record<string, string>>): void {
    const token = newTokens[this.#id];
    if (token !== undefined) this.#tokens.unshift(token);
  }

  /** The newest token opens `channel`; those before it went with the partner, and open nothing. */
  readers(channel: ReferenceChannel | undefined): Reader[] {
    return this.#tokens.map((token, age) => ({
      at: `/p/${this.#id}/${ALIAS}`,
      headers: basicOf(this.#id, token),
      otherwise: 401 as const,
      channel: age === 0 ? channel : undefined,
    }));
  }

  /**
   * Whether it is on record that the partner no longer has an article, killed under the terms it now reads by. It may
   * have had it from a feed that was read at its address before: then the one in its place owes the record.
   */
  isRecorded(reached: readonly Reached[]): boolean {
    if (!reached.some(({ feed }) => this.#former.has(feed))) return true;
    const name = subscriptionName(this.#id, PLAIN);
    return reached.some(({ readers, left }) => readers.includes(name) && left !== null);
  }

  #feedOf({ channel, delay }: Terms): string {
    return feedOfSubscription(this.#id, { ...PLAIN, channel, delayMinutes: delay });
  }
}
