import type { Reached } from '../../shared/operations/articles/reach.ts';
import type { PartnerEntry } from '../../shared/contract/configuration.ts';
import { feedOfSubscription, subscriptionName } from '../../shared/contract/partner-feeds.ts';
import { partnerIdOf } from '../support/ids.ts';
import { basicAuthorization } from '../support/partner-outlets.ts';
import type { Reader } from './http-readers.ts';
import type { ReferenceChannel } from './reference-types.ts';

const ALIAS = 'top';
/** The members that the partner's subscription always has. Only its channel and its delay change. */
const COMMON = { alias: ALIAS, profile: 'standard' as const, territory: [] };

/** The channel that the partner reads, and the delay of its subscription. */
interface Terms {
  channel: string;
  /** In minutes. */
  delay: number;
}

/** A partner that reads one channel under changing terms, and that some configurations remove or disable. */
export class HttpPartner {
  readonly #id: string;
  readonly #removal: 'removed' | 'disabled';
  #terms: Terms | undefined;
  #subscriptions: PartnerEntry['subscriptions'] = [];
  /** All tokens that the partner ever got, also revoked ones, the newest first. */
  readonly #tokens: string[] = [];
  /** The earlier feeds at the partner's address, since the partner was last added or enabled. */
  #former: ReadonlySet<string> = new Set();

  /** `removal`: whether a configuration without terms for the partner removes the partner or disables it. */
  constructor(id: string, removal: 'removed' | 'disabled') {
    this.#id = id;
    this.#removal = removal;
  }

  /**
   * The `partners` of the next configuration. Without `terms`, this configuration removes or disables the partner.
   */
  entries(terms: Terms | undefined): PartnerEntry[] {
    const before = [...this.#former, ...(this.#terms ? [this.#feedOf(this.#terms)] : [])];
    this.#former = new Set(terms ? before.filter((feed) => feed !== this.#feedOf(terms)) : []);
    this.#terms = terms;
    if (terms === undefined && this.#removal === 'removed') return [];
    if (terms !== undefined) this.#subscriptions = [{ ...COMMON, ...terms }];
    const disabled = terms === undefined;
    return [{ id: partnerIdOf(this.#id), name: this.#id, disabled, subscriptions: this.#subscriptions }];
  }

  /** Remembers the partner's new token, if it got one. */
  addTokens(newTokens: Readonly<Record<string, string>>): void {
    const token = newTokens[this.#id];
    if (token !== undefined) this.#tokens.unshift(token);
  }

  /**
   * A reader for each token. Only the newest token may read `channel`: older tokens were revoked when the partner was
   * removed.
   */
  readers(channel: ReferenceChannel | undefined): Reader[] {
    return this.#tokens.map((token, age) => ({
      path: `/p/${this.#id}/${ALIAS}`,
      headers: basicAuthorization(this.#id, token),
      deniedStatus: 401 as const,
      channel: age === 0 ? channel : undefined,
    }));
  }

  /**
   * Whether the withdrawal of a killed article from this partner is recorded. If an earlier feed at the partner's
   * address ever showed the article, the feed that is now at this address must have the record.
   */
  isWithdrawalRecorded(reached: readonly Reached[]): boolean {
    if (!reached.some(({ feed }) => this.#former.has(feed))) return true;
    const name = subscriptionName(partnerIdOf(this.#id), COMMON);
    return reached.some(({ readers, left }) => readers.includes(name) && left !== null);
  }

  #feedOf({ channel, delay }: Terms): string {
    return feedOfSubscription(partnerIdOf(this.#id), { ...COMMON, channel, delayMinutes: delay });
  }
}
