import { addPartner, subscribe } from '../../cli/partner.ts';
import type { Subscription } from '../../shared/domain/partner.ts';
import type { Desk, Reading } from './running-wiredesk.ts';

/** An outlet that has subscribed: what it was given, and what it does with it. */
export interface Outlet {
  id: string;
  token: string;
  basic: { authorization: string };
  read(alias: string, file?: string): Promise<Reading>;
}

export const basicOf = (user: string, password: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

type Terms = { alias: string; channel: string } & Partial<
  Pick<Subscription, 'delayMinutes' | 'territory' | 'until'>
>;

/** Takes the terms for a partner, or changes them where the alias is known. */
export async function takeTerms(desk: Desk, id: string, { alias, ...terms }: Terms): Promise<void> {
  await subscribe(desk.session.pipeline, id, alias, terms, desk.session.working);
}

export async function openOutlet(desk: Desk, id: string, ...subscriptions: Terms[]): Promise<Outlet> {
  const { pipeline, working } = desk.session;
  const { token } = await addPartner(pipeline, { id, name: `The ${id}` }, working);
  for (const terms of subscriptions) await takeTerms(desk, id, terms);
  const basic = basicOf(id, token);
  return {
    id,
    token,
    basic,
    read: (alias, file = 'rss.xml') => desk.read(`/p/${id}/${alias}/${file}`, basic),
  };
}
