import * as z from 'zod';
import type { PartnerId } from '../../domain/identity.ts';
import { partnerSchema } from '../../domain/partner.ts';
import { partnerOfKey } from '../table-keys.ts';
import { rowDecoder, type StoredRow } from './decode.ts';
import { readable, type ReportUnreadable } from './decode-each.ts';

export const partnerRowSchema = z.object({ partner: partnerSchema, token: z.number() });
export const decodePartner = rowDecoder(partnerRowSchema);

type PartnerRow = z.infer<typeof partnerRowSchema>;

/** A partner's row without its key. */
export function versioned(row: StoredRow): PartnerRow {
  const { partner, token } = decodePartner(row);
  return { partner, token };
}

/** The partners of rows; `unreadable` has the ids of those whose rows cannot be decoded. */
export function readablePartners(
  rows: readonly StoredRow[],
  report: ReportUnreadable,
): { partners: PartnerRow[]; unreadable: PartnerId[] } {
  const read = rows.map((row) => ({ id: partnerOfKey(row), found: readable(() => versioned(row), report) }));
  return {
    partners: read.flatMap(({ found }) => (found === 'unreadable' ? [] : [found])),
    unreadable: read.flatMap(({ id, found }) => (found === 'unreadable' ? [id] : [])),
  };
}
