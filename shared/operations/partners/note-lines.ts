import { FORMATS, type FormatName } from '../../domain/feed.ts';
import { durationMinutes, MINUTES } from '../../domain/terms.ts';
import type { PartnerNote, SubscriptionNote } from './note.ts';

const FORMAT_NAMES: Record<FormatName, string> = { rss: 'RSS 2.0', atom: 'Atom 1.0', json: 'JSON Feed 1.1' };

/** The note for a partner as lines of text that can be sent as they are. The token, if known, is in one line only. */
export function noteLines({ partner, name, disabled, token, subscriptions }: PartnerNote): string[] {
  const [first] = subscriptions;
  return [
    `Feeds for ${name}`,
    ...(disabled === null ? [] : ['', `These addresses have answered 401 since ${disabled}.`]),
    '',
    ...subscriptions.flatMap(subscriptionLines),
    ...(first === undefined ? ['No subscriptions yet.', ''] : []),
    'How to read them',
    `  Use HTTP Basic with the user ${partner} and the token below as the password, or "Authorization: Bearer" and the`,
    '  token. A program that supports neither can have the token in the address: …/ALIAS/TOKEN/rss.xml. Keep such an',
    '  address secret.',
    token === null ? "  TOKEN='the token you were given'" : `  TOKEN='${token}'`,
    `  curl --fail --user "${partner}:$TOKEN" ${first?.addresses.rss ?? 'ADDRESS'}`,
    '',
    'What to expect',
    '  Request a feed at most once a minute, and send If-None-Match: a feed that did not change then answers 304.',
    '  An item keeps its id (guid, atom:id, id). A correction has the same id and a newer updated date.',
    '  A story that is withdrawn disappears from every document within two minutes, and its id comes back only if the',
    '  withdrawal is undone. Take down a story that left the feed, unless newer stories pushed it out.',
    '  401: the token is wrong or no longer valid. 404: you may not read this address. A document has at most 8 MB.',
  ];
}

function subscriptionLines(subscription: SubscriptionNote): string[] {
  const { title, alias, addresses, items } = subscription;
  return [
    `${title} (${alias})`,
    ...FORMATS.map((format) => `  ${FORMAT_NAMES[format].padEnd(14)}${addresses[format]}`),
    `  ${[`the newest ${items} stories`, ...termsInWords(subscription)].join('; ')}`,
    '',
  ];
}

function termsInWords({ delay, territory, until, standing }: SubscriptionNote): string[] {
  return [
    ...(delay === null ? [] : [`each ${durationInWords(delay)} after its release`]),
    ...(territory.length === 0 ? [] : [`for ${territory.join(', ')}`]),
    ...(until === null ? [] : [standing === 'ended' ? `ended ${until}` : `until ${until}`]),
  ];
}

const UNITS = { D: 'day', H: 'hour', M: 'minute' } as const;

/** A duration in words: P1DT2H is `1 day 2 hours`. */
function durationInWords(duration: string): string {
  let rest = durationMinutes(duration) ?? 0;
  const parts = (['D', 'H', 'M'] as const).flatMap((letter) => {
    const count = Math.floor(rest / MINUTES[letter]);
    rest %= MINUTES[letter];
    return count === 0 ? [] : [`${count} ${UNITS[letter]}${count === 1 ? '' : 's'}`];
  });
  return parts.join(' ');
}
