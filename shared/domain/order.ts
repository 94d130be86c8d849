/**
 * What is newer: a total order over the revisions of an article that arrival order cannot change. A version is a
 * stamp that sorts as text: the source's own basis, then the time of receipt, then the receipt and the item in it.
 * ISO instants and the padded numbers below are of fixed width, so comparing text compares meaning.
 */

export type OrderBasis = 'arrival' | 'version' | 'versioncreated';

export interface OrderFacts {
  receivedAt: string;
  receipt: string;
  /** Position in the submission, from 0. */
  item: number;
  /** ninjs `version`, where declared: a whole number or digits. */
  declaredVersion?: string;
  /** Declared instant of this version. */
  versioncreated?: string;
}

const VERSION_DIGITS = 18;

/** Basis part of the stamp. What a source with that basis left out sorts first, so it never hides a declared one. */
function basisOf(basis: OrderBasis, facts: OrderFacts): string {
  switch (basis) {
    case 'arrival':
      return facts.receivedAt;
    case 'version':
      return (facts.declaredVersion ?? '').padStart(VERSION_DIGITS, '0');
    case 'versioncreated':
      return notAfter(facts.versioncreated ?? facts.receivedAt, facts.receivedAt);
  }
}

/** The version stamp of a revision; compare two with `<`. */
export function versionStamp(basis: OrderBasis, facts: OrderFacts): string {
  const item = String(facts.item).padStart(6, '0');
  return [basisOf(basis, facts), facts.receivedAt, facts.receipt, item].join('~');
}

/** Whether two stamps are of one version as the sender numbers them, so that receipt alone decides between them. */
export function hasSameBasis(a: string, b: string): boolean {
  return a.split('~', 1)[0] === b.split('~', 1)[0];
}

/** Whether a declared version can take part in the order: digits, no more than the stamp is wide. */
export function isOrderableVersion(version: string): boolean {
  return /^\d+$/.test(version) && version.length <= VERSION_DIGITS;
}

/** An instant clamped so that it does not lie after `limit`: a sender's clock may not outrun the receipt. */
export function notAfter(instant: string, limit: string): string {
  return instant > limit ? limit : instant;
}
