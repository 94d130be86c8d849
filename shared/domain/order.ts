import * as z from 'zod';
import type { ReceiptId } from './identity.ts';
import type { Instant } from './instant.ts';

/**
 * Which revision of an article is newer: a total order that does not depend on the order of arrival. Each revision
 * has a version stamp that sorts as text: the basis that its source chose, the time of receipt, the receipt, and the
 * item's position in the submission. ISO instants and padded numbers have a fixed width, so the texts sort as the
 * instants and numbers do.
 */

export const orderBasisSchema = z.enum(['arrival', 'version', 'versioncreated']);
export type OrderBasis = z.infer<typeof orderBasisSchema>;

export interface OrderFacts {
  receivedAt: Instant;
  receipt: ReceiptId;
  /** Position in the submission, from 0. */
  item: number;
  /** ninjs `version`, if the sender declared one: a whole number or a text of digits. */
  declaredVersion?: string;
  /** The instant that the sender declared for this version. */
  versioncreated?: Instant;
}

const VERSION_DIGITS = 18;

/**
 * The first part of the stamp. If the source orders by `version`, a revision without a declared version sorts before
 * all others, so it never hides a declared version.
 */
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

/** The version stamp of a revision. Compare two stamps with `<`. */
export function versionStamp(basis: OrderBasis, facts: OrderFacts): string {
  const item = String(facts.item).padStart(6, '0');
  return [basisOf(basis, facts), facts.receivedAt, facts.receipt, item].join('~');
}

/**
 * Where a revision was received: the parts of its version stamp after the basis. Places sort as text by time of
 * receipt, then by receipt, then by the position in the submission.
 */
export function placeOf(version: string): string {
  return version.slice(version.indexOf('~') + 1);
}

/**
 * Compares two places for a list with the newest first: the later submission first, and within one submission in the
 * order of the submission. Articles without a place come last.
 */
export function byPlace(a = '', b = ''): number {
  if (a === b) return 0;
  const [submissionOfA, submissionOfB] = [a, b].map((place) => place.slice(0, place.lastIndexOf('~') + 1));
  if (submissionOfA === submissionOfB) return a < b ? -1 : 1;
  return a > b ? -1 : 1;
}

/** Whether the sender gave both revisions the same version, so that only their receipt decides which is newer. */
export function hasSameBasis(a: string, b: string): boolean {
  return a.split('~', 1)[0] === b.split('~', 1)[0];
}

/** Whether a declared version can be ordered: only digits, and at most as many as the stamp has room for. */
export function isOrderableVersion(version: string): boolean {
  return /^\d+$/.test(version) && version.length <= VERSION_DIGITS;
}

/** The earlier of two instants. It keeps a date that a sender declares from being later than the time of receipt. */
export function notAfter(instant: Instant, limit: Instant): Instant {
  return instant > limit ? limit : instant;
}
