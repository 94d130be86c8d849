import { isPartnerId, type PartnerId } from '../../domain/identity.ts';
import { isPresent, type Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed, type Refusal } from '../result.ts';

/**
 * All partners in the order of their ids, from the rows of the table with the partition key PARTNERS. A partner that
 * cannot be decoded is left out.
 */
export async function listPartners({ partners }: Pick<Pipeline, 'partners'>): Promise<Partner[]> {
  return (await partners.readableList()).partners.map(({ partner }) => partner).filter(isPresent);
}

export async function findPartner(
  { partners }: Pick<Pipeline, 'partners'>,
  id: PartnerId,
): Promise<Done<Partner>> {
  const found = await partners.get(id);
  return found !== undefined && isPresent(found.partner) ? done(found.partner) : unknownPartner(id);
}

/** The text as the id of a partner. Returns a failure for a text that no partner can have as its id. */
export function partnerIdFrom(text: string): Done<PartnerId> {
  return isPartnerId(text) ? done(text) : unknownPartner(text);
}

function unknownPartner(id: string): Refusal {
  return failed(
    'partner-unknown',
    `there is no partner ${id}`,
    'Choose a partner from the list of partners.',
  );
}

/** Returns a failure if the partner has no subscription with this alias. */
export function refuseUnknownAlias({ id, subscriptions }: Partner, alias: string): Refusal | undefined {
  if (subscriptions.some((subscription) => subscription.alias === alias)) return undefined;
  const aliases = subscriptions.map((subscription) => subscription.alias);
  return failed(
    'subscription-unknown',
    `partner ${id} has no subscription ${alias}`,
    aliases.length === 0 ? 'It has no subscriptions.' : `Its subscriptions are: ${aliases.join(', ')}.`,
  );
}
