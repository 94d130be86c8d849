import type { PartnerId } from '../../domain/identity.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { alignPartners } from './align.ts';
import { refuseOverflow } from './edge-entries.ts';
import { findPartner } from './find-partner.ts';
import { storePartners } from './store-partners.ts';

/**
 * Changes the partners in the table, then the feeds and the entries at the edge. `edit` gets all partners and returns
 * all partners as they should be. Returns all partners after the change.
 */
export async function changePartners(
  pipeline: Pipeline,
  edit: (partners: readonly Partner[]) => Done<Partner[]>,
  waiting: Waiting,
): Promise<Done<Partner[]>> {
  const before = await pipeline.partners.list();
  const edited = edit(before.map(({ partner }) => partner));
  if (!edited.ok) return edited;
  const failure =
    refuseOverflow(edited.value) ??
    (await storePartners(before, edited.value, pipeline)) ??
    (await alignPartners(pipeline, waiting));
  return failure ?? edited;
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
