import { instantIn, wallClock } from './local-time.ts';
import type { Sender } from './model.ts';
import type { Cancel, Send } from './operations.ts';
import type { Story } from './story.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An item as a source sends it, and what the model takes in when it is received. */
export interface SentItem {
  id: string;
  json: object;
  /** What the item states; absent if it withdraws the story. */
  story?: Story;
  /** Orders the revisions, unless the source orders them by arrival. */
  basis: number;
  /** The id of the story that this one replaces. */
  replaces?: string | undefined;
}

interface Writing {
  sender: Sender;
  now: number;
  /** How many items of this story the source has sent, this one included. */
  version: number;
}

/** The text that is sent for an instant, and the instant as which docs/sources.md says that it is read. */
interface Dated {
  text: string;
  instant: number;
}

/** A date some minutes from now, with `Z`, or as the clock of the source shows it, without a zone. */
function dated(minutes: number, { isLocal }: Send, { sender, now }: Writing): Dated {
  const whole = Math.floor(now / MINUTE) * MINUTE;
  if (!isLocal) {
    const instant = whole + minutes * MINUTE;
    return { text: new Date(instant).toISOString(), instant };
  }
  const zone = sender.zone ?? 'UTC';
  // The minutes are added to the local time, so it may be one that does not exist.
  const local = Date.parse(`${wallClock(zone, whole)}Z`) + minutes * MINUTE;
  const text = new Date(local).toISOString().slice(0, 19);
  return { text, instant: instantIn(zone, text) };
}

const headlineOf = ({ id, words }: Send, { sender, version }: Writing): string =>
  `Report ${version} about story ${id} from the ${sender.id} office: ${words}`;

const textOf = (sender: Sender, version: number): string =>
  `<p>The ${sender.id} office says that work on the bridge goes on. This is report number ${version}.</p>`;

const STANDARD = { standard: { name: 'ninjs', version: '3.1' }, type: 'text', language: 'en' };

function ninjsItem(send: Send, writing: Writing): SentItem {
  const { id, subject, urgency, status, embargo, expiry, isLocal, replaces } = send;
  const { sender, version } = writing;
  const headline = headlineOf(send, writing);
  const embargoed = embargo === undefined ? undefined : dated(embargo, send, writing);
  const expires = expiry === undefined ? undefined : dated(expiry, send, writing);
  // The agency states when it made each version: some minutes ago, the fourth one out of order.
  const made =
    sender.order === 'versioncreated' ? dated(version % 4 === 0 ? -240 : -3, send, writing) : undefined;
  const json = {
    ...STANDARD,
    uri: id,
    pubStatus: status === 'doubt' ? 'awaiting legal review' : status,
    headlines: [{ role: 'main', value: headline }],
    subjects: [{ name: subject }],
    bodies: [{ role: 'main', contentType: 'text/html', value: textOf(sender, version) }],
    ...(urgency !== undefined && { urgency }),
    ...(sender.order === 'version' && { version: String(version) }),
    ...(embargoed !== undefined && { embargoed: embargoed.text }),
    ...(expires !== undefined && { expires: expires.text }),
    ...(made !== undefined && { versionCreated: made.text }),
    ...(replaces !== undefined && { evolvedfrom: replaces }),
  };
  // Without a zone and without the setting timeZone, an embargo is not understood.
  const isUnclear = embargoed !== undefined && isLocal && sender.zone === undefined;
  const isDoubtful = status === 'doubt' || (isUnclear && status === 'usable');
  const story: Story = {
    ...{ source: sender.id, headline, subject, urgency },
    status: isDoubtful ? 'doubt' : status,
    doubt: isDoubtful ? (isUnclear && status === 'usable' ? 'FIELD_EMBARGO' : 'STATUS_UNKNOWN') : undefined,
    embargoed: isUnclear ? undefined : embargoed?.instant,
    expires: expires?.instant,
    made: made?.instant,
  };
  return { id, json, story, basis: made?.instant ?? version, replaces };
}

/** An item of a JSON Feed: a date of publication more than an hour ahead is an embargo (docs/sources.md). */
function jsonFeedItem(send: Send, writing: Writing): SentItem {
  const { id, subject, embargo = -3 } = send;
  const { sender, now, version } = writing;
  const headline = headlineOf(send, writing);
  const published = dated(embargo, send, writing);
  const json = {
    ...{ id, title: headline, content_html: textOf(sender, version), date_published: published.text },
    ...{ tags: [subject], language: 'en' },
  };
  const story: Story = {
    ...{ source: sender.id, headline, subject, status: 'usable', published: published.instant },
    embargoed: published.instant > now + HOUR ? published.instant : undefined,
  };
  return { id, json, story, basis: version };
}

export const itemOf = (send: Send, writing: Writing): SentItem =>
  writing.sender.format === 'ninjs' ? ninjsItem(send, writing) : jsonFeedItem(send, writing);

/** An item that withdraws its story. */
export const cancelOf = ({ id }: Cancel, { version }: Pick<Writing, 'version'>): SentItem => ({
  id,
  json: { ...STANDARD, uri: id, pubStatus: 'canceled', version: String(version) },
  basis: version,
});

/** The body of a request with these items. Several ninjs items are lines of JSON. */
export function bodyOf({ format }: Sender, items: readonly SentItem[]): { body: string; mediaType: string } {
  const json = items.map((item) => item.json);
  if (format === 'jsonfeed')
    return {
      body: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The harbour office',
        items: json,
      }),
      mediaType: 'application/feed+json',
    };
  if (json.length === 1) return { body: JSON.stringify(json[0]), mediaType: 'application/ninjs+json' };
  return { body: json.map((item) => JSON.stringify(item)).join('\n'), mediaType: 'application/x-ndjson' };
}
