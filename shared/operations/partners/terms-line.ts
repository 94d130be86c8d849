import type { Subscription } from '../../domain/partner.ts';
import { durationOf } from '../../domain/terms.ts';

/** The terms of a subscription in one line, for example `news (standard), after PT2H, in TW, until 2027-06-30T…`. */
export function termsLine({ channel, profile, delayMinutes, territory, until, apart }: Subscription): string {
  return [
    `${channel} (${profile})`,
    delayMinutes > 0 ? `after ${durationOf(delayMinutes)}` : 'at once',
    territory.length > 0 ? `in ${territory.join(', ')}` : 'anywhere',
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(apart ? ['in a dedicated feed'] : []),
  ].join(', ');
}
