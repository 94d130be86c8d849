import { DOCUMENTS, FORMATS, type FormatName } from '../shared/domain/feed.ts';
import { type Partner, partnerPath, subscriptionStanding } from '../shared/domain/partner.ts';
import type { Channel } from '../shared/domain/channel.ts';
import { durationMinutes, durationOf, MINUTES } from '../shared/domain/terms.ts';

/** What a partner has to be told, ready to send. */
export interface PartnerNote {
  partner: string;
  name: string;
  disabled: string | null;
  /** Only when it has just been made, or is remembered by the local cloud. */
  token: string | null;
  subscriptions: {
    alias: string;
    title: string;
    items: number;
    delay: string | null;
    territory: string[];
    until: string | null;
    standing: 'open' | 'ending' | 'ended';
    addresses: Record<FormatName, string>;
  }[];
}

export function noteFor(
  { id, name, disabled, subscriptions }: Partner,
  token: string | undefined,
  channels: readonly Channel[],
  feedsUrl: string,
  now: string,
): PartnerNote {
  return {
    partner: id,
    name,
    disabled: disabled ?? null,
    token: token ?? null,
    subscriptions: subscriptions.map((one) => {
      const channel = channels.find((known) => known.id === one.channel);
      return {
        alias: one.alias,
        title: channel?.title ?? one.channel,
        items: channel?.items ?? 0,
        delay: one.delayMinutes > 0 ? durationOf(one.delayMinutes) : null,
        territory: one.territory,
        until: one.until ?? null,
        standing: subscriptionStanding(one, now),
        addresses: partnerAddresses(id, one.alias, feedsUrl),
      };
    }),
  };
}

/** Where a subscription's documents are read. */
export function partnerAddresses(
  partner: string,
  alias: string,
  feedsUrl: string,
): Record<FormatName, string> {
  const base = `${feedsUrl.replace(/\/$/, '')}${partnerPath(partner, alias)}`;
  return Object.fromEntries(FORMATS.map((name) => [name, `${base}/${DOCUMENTS[name].file}`])) as Record<
    FormatName,
    string
  >;
}

/** The note as text. The credential stands in it once. */
export function linesOfNote({ partner, name, disabled, token, subscriptions }: PartnerNote): string[] {
  const [first] = subscriptions;
  return [
    `Feeds for ${name}`,
    ...(disabled === null ? [] : ['', `These addresses answer 401 since ${disabled}.`]),
    '',
    ...subscriptions.flatMap((one) => [
      `${one.title} (${one.alias})`,
      ...FORMATS.map((format) => `  ${FORMAT_NAMES[format].padEnd(14)}${one.addresses[format]}`),
      `  ${[`the newest ${one.items} stories`, ...termsWords(one)].join('; ')}`,
      '',
    ]),
    ...(first === undefined ? ['No subscriptions yet.', ''] : []),
    'How to read them',
    `  HTTP Basic with the user ${partner} and the token below as the password, or "Authorization: Bearer" and the token.`,
    '  A reader that can do neither takes the token into the address: …/ALIAS/TOKEN/rss.xml. Keep such an address secret.',
    token === null ? "  TOKEN='the token you were given'" : `  TOKEN='${token}'`,
    `  curl --fail --user "${partner}:$TOKEN" ${first?.addresses.rss ?? 'ADDRESS'}`,
    '',
    'What to expect',
    '  Ask at most once a minute and send back If-None-Match: an unchanged feed then answers 304 and costs nothing.',
    '  An item keeps its id (guid, atom:id, id) for good. A correction has the same id and a newer updated date.',
    '  A story that is withdrawn is gone from every document within two minutes; its id comes again only if the',
    '  withdrawal is undone. Take down what has left the feed unless it was pushed out by newer stories.',
    '  401: the token is wrong or no longer good. 404: not yours to read. No document is larger than 8 MB.',
  ];
}

const FORMAT_NAMES: Record<FormatName, string> = { rss: 'RSS 2.0', atom: 'Atom 1.0', json: 'JSON Feed 1.1' };

function termsWords({ delay, territory, until, standing }: PartnerNote['subscriptions'][number]): string[] {
  return [
    ...(delay === null ? [] : [`each ${inWords(delay)} after its release`]),
    ...(territory.length === 0 ? [] : [`for ${territory.join(', ')}`]),
    ...(until === null ? [] : [standing === 'ended' ? `ended ${until}` : `until ${until}`]),
  ];
}

const UNITS = { D: 'day', H: 'hour', M: 'minute' } as const;

/** A duration in words: P1DT2H is 1 day 2 hours. */
function inWords(duration: string): string {
  let rest = durationMinutes(duration) ?? 0;
  const parts = (['D', 'H', 'M'] as const).flatMap((letter) => {
    const count = Math.floor(rest / MINUTES[letter]);
    rest %= MINUTES[letter];
    return count === 0 ? [] : [`${count} ${UNITS[letter]}${count === 1 ? '' : 's'}`];
  });
  return parts.join(' ');
}
