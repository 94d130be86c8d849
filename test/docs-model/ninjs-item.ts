import { instantInBerlin, wallClock } from './local-time.ts';
import type { Send } from './operations.ts';
import type { Revision, Story } from './story.ts';

const MINUTE = 60_000;

/** The body of a request, and what the model takes in when it is received. */
export interface SentItem {
  body: string;
  revision: Omit<Revision, 'received' | 'receipt'>;
}

/** A ninjs item as the source sends it, and what docs/sources.md says that it states. */
export function ninjsItem(
  { source, id, subject, status, embargo, expiry, isLocal }: Send,
  { now, version }: { now: number; version: number },
): SentItem {
  const zone = source === 'wire' ? 'UTC' : 'Europe/Berlin';
  const whole = Math.floor(now / MINUTE) * MINUTE;
  /** The text that is sent for an instant, and the instant as which it is read. */
  const dated = (minutes: number): { text: string; instant: number } => {
    const instant = whole + minutes * MINUTE;
    if (!isLocal) return { text: new Date(instant).toISOString(), instant };
    const text = wallClock(zone, instant);
    return { text, instant: zone === 'UTC' ? Date.parse(`${text}Z`) : instantInBerlin(text) };
  };
  const headline = `Report ${version} about story ${id} from the ${source} office`;
  const embargoed = embargo === undefined ? undefined : dated(embargo);
  const expires = expiry === undefined ? undefined : dated(expiry);
  // The agency states when it made each version: some minutes ago, the fourth one out of order.
  const made = source === 'agency' ? dated(version % 4 === 0 ? -240 : -3) : undefined;
  const body = {
    standard: { name: 'ninjs', version: '3.1' },
    type: 'text',
    pubStatus: status === 'doubt' ? 'awaiting legal review' : status,
    language: 'en',
    headlines: [{ role: 'main', value: headline }],
    subjects: [{ name: subject }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: `<p>The ${source} office says that work on the bridge goes on. This is report number ${version}.</p>`,
      },
    ],
    ...(source === 'wire' && { version: String(version) }),
    ...(embargoed !== undefined && { embargoed: embargoed.text }),
    ...(expires !== undefined && { expires: expires.text }),
    ...(made !== undefined && { versionCreated: made.text }),
  };
  // Without a zone and without the setting timeZone, an embargo is not understood.
  const isUnclear = embargoed !== undefined && isLocal && source === 'wire';
  const isDoubtful = status === 'doubt' || (isUnclear && status === 'usable');
  const story: Story = {
    headline,
    subject,
    status: isDoubtful ? 'doubt' : status,
    doubt: isDoubtful ? (isUnclear && status === 'usable' ? 'FIELD_EMBARGO' : 'STATUS_UNKNOWN') : undefined,
    embargoed: isUnclear ? undefined : embargoed?.instant,
    expires: expires?.instant,
    created: made?.instant,
  };
  return { body: JSON.stringify(body), revision: { story, basis: made?.instant ?? version } };
}
