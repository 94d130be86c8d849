import type { Subscription } from '../../shared/domain/partner.ts';
import type { RunningWiredesk, Reading } from './running-wiredesk.ts';
import { addPartner, valueOf } from './operate.ts';
import { subscribe } from '../../shared/operations/partners/subscriptions.ts';
import { partnerIdOf } from './ids.ts';

/** A partner with subscriptions, and what a test needs to read its feeds. */
export interface Outlet {
  id: string;
  token: string;
  /** Header for HTTP Basic. */
  basic: { authorization: string };
  /** Reads a document (by default RSS) of the subscription with this alias, from CloudFront. */
  read(alias: string, file?: string): Promise<Reading>;
}

/** The header for HTTP Basic with this user and password. */
export const basicAuthorization = (user: string, password: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

type Terms = { alias: string; channel: string } & Partial<
  Pick<Subscription, 'delayMinutes' | 'territory' | 'until'>
>;

/** Subscribes a partner, or changes the terms of the subscription with this alias. */
export async function subscribeOutlet(
  wiredesk: RunningWiredesk,
  id: string,
  { alias, ...terms }: Terms,
): Promise<void> {
  const { pipeline, working } = wiredesk.session;
  valueOf(await subscribe(pipeline, { id: partnerIdOf(id), alias, terms }, working));
}

/** Adds a partner with these subscriptions. */
export async function addOutlet(
  wiredesk: RunningWiredesk,
  id: string,
  ...subscriptions: Terms[]
): Promise<Outlet> {
  const { pipeline, working } = wiredesk.session;
  const { token } = await addPartner(pipeline, { id, name: `The ${id}` }, working);
  for (const terms of subscriptions) await subscribeOutlet(wiredesk, id, terms);
  const basic = basicAuthorization(id, token);
  return {
    id,
    token,
    basic,
    read: (alias, file = 'rss.xml') => wiredesk.read(`/p/${id}/${alias}/${file}`, basic),
  };
}
