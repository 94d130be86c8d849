import type { PartnerId } from '../../domain/identity.ts';
import { isPresent, type Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { alignPartners } from './align.ts';
import { refuseOverflow } from './edge-entries.ts';
import { findPartner } from './find-partner.ts';
import { keepingOwnDecisions } from './own-decisions.ts';
import { storePartners } from './store-partners.ts';

/**
 * Changes the partners in the table, then the feeds and the entries at the edge. `edit` gets all partners and returns
 * all partners as they should be. It neither gets nor returns the rows of removed partners, but it may return a partner
 * as removed. A partner that cannot be decoded stays as it is. Returns all partners after the change.
 */
export async function changePartners(
  pipeline: Pipeline,
  edit: (partners: readonly Partner[]) => Done<Partner[]>,
  waiting: Waiting,
): Promise<Done<Partner[]>> {
  const { partners: before } = await pipeline.partners.readableList();
  const stored = before.map(({ partner }) => partner);
  const edited = edit(stored.filter(isPresent));
  if (!edited.ok) return edited;
  const known = new Map(stored.map((partner) => [partner.id, partner]));
  const present = edited.value
    .filter(isPresent)
    .map((partner) => keepingOwnDecisions(partner, known.get(partner.id)));
  const removed = [...edited.value, ...stored].filter(
    ({ id, removed: at }) => at !== undefined && present.every((partner) => partner.id !== id),
  );
  const failure =
    refuseOverflow(present) ??
    (await storePartners(before, [...present, ...removed], pipeline)) ??
    (await alignPartners(pipeline, waiting));
  return failure ?? done(present);
}

/** Changes one partner as `changePartners` changes all. Returns the partner after the change. */
export async function changePartner(
  pipeline: Pipeline,
  { id, edit }: { id: PartnerId; edit: (partner: Partner) => Done<Partner> },
  waiting: Waiting,
): Promise<Done<Partner>> {
  const found = await findPartner(pipeline, id);
  if (!found.ok) return found;
  const changed = await changePartners(
    pipeline,
    (partners) => {
      const partner = partners.find((candidate) => candidate.id === id);
      if (partner === undefined) return done([...partners]);
      const edited = edit(partner);
      if (!edited.ok) return edited;
      return done(partners.map((candidate) => (candidate === partner ? edited.value : candidate)));
    },
    waiting,
  );
  if (!changed.ok) return changed;
  const after = changed.value.find((partner) => partner.id === id);
  return after === undefined ? findPartner(pipeline, id) : done(after);
}
