import { type PartnerId, sha256 } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { changePartner, changePartners } from './change-partners.ts';
import { findPartner } from './find-partner.ts';
import { hadOwnDecision } from './own-decisions.ts';

/** Adds a partner and makes its token. Only this answer contains the token; the pipeline stores its hash. */
export async function addPartner(
  pipeline: Pipeline,
  { id, name }: { id: PartnerId; name: string },
  waiting: Waiting,
): Promise<Done<{ partner: Partner; token: string }>> {
  const token = pipeline.newToken();
  const created = instantOf(pipeline.now());
  const partner: Partner = {
    id,
    name,
    tokens: [{ hash: sha256(token), created }],
    subscriptions: [],
    byCommand: true,
  };
  const changed = await changePartners(
    pipeline,
    (partners) => {
      if (!partners.some((known) => known.id === id)) return done([...partners, partner]);
      return failed(
        'partner-exists',
        `the partner ${id} exists already`,
        'Choose another id, or give that partner a new token.',
      );
    },
    waiting,
  );
  return changed.ok ? done({ partner, token }) : changed;
}

/** Disables a partner: it can read nothing until it is enabled again. Its record and its addresses stay. */
export async function disablePartner(
  pipeline: Pipeline,
  id: PartnerId,
  waiting: Waiting,
): Promise<Done<Partner>> {
  const now = instantOf(pipeline.now());
  const edit = (partner: Partner): Done<Partner> => done({ ...partner, disabled: partner.disabled ?? now });
  return changePartner(pipeline, { id, edit }, waiting);
}

export async function enablePartner(
  pipeline: Pipeline,
  id: PartnerId,
  waiting: Waiting,
): Promise<Done<Partner>> {
  const edit = ({ disabled: _, ...partner }: Partner): Done<Partner> => done(partner);
  return changePartner(pipeline, { id, edit }, waiting);
}

/**
 * Removes a partner with its addresses. If a file lists the partner, its row stays as the record of the removal; and if
 * there was a decision about this partner alone, as the record of that.
 * Returns the ids of the partners that stay.
 */
export async function removePartner(
  pipeline: Pipeline,
  id: PartnerId,
  waiting: Waiting,
): Promise<Done<PartnerId[]>> {
  const found = await findPartner(pipeline, id);
  if (!found.ok) return found;
  const removed = instantOf(pipeline.now());
  const changed = await changePartners(
    pipeline,
    (partners) =>
      done(
        partners.flatMap((partner) => {
          if (partner.id !== id) return [partner];
          const { name, byCommand } = partner;
          const isDecidedOn = hadOwnDecision(partner);
          if (byCommand && !isDecidedOn) return [];
          const row = { id, name, tokens: [], subscriptions: [], removed };
          return [isDecidedOn ? { ...row, apart: true as const } : row];
        }),
      ),
    waiting,
  );
  return changed.ok ? done(changed.value.map((partner) => partner.id)) : changed;
}
