/**
 * What can become of an item, and the stable codes that say why. docs/codes.md is generated from this table, which
 * is the only place where a code is introduced.
 */

/** Stored outcomes. `published` and `killed` are derived when a receipt is read: they change after the fact. */
export type Outcome =
  'stored' | 'unchanged' | 'superseded' | 'unrouted' | 'withheld' | 'rejected' | 'decided' | 'erased';
export type ReportedOutcome = Outcome | 'published' | 'killed';

export interface CodeMeaning {
  /** What happened, for a person. */
  means: string;
  /** What the sender can do about it. */
  remedy: string;
}

export const CODES = {
  ENCODING_EMPTY: { means: 'The submission has no text.', remedy: 'Send the article itself.' },
  ENCODING_COMPRESSED: {
    means: 'The submission is compressed in a way that is not read: damaged, cut off, or compressed twice.',
    remedy: 'Compress it once with gzip, or send it as it is.',
  },
  ENCODING_INVALID: {
    means: 'The bytes are not valid in the encoding declared, or none was and none is recognised.',
    remedy: 'Declare the encoding the text really has, as in Content-Type: text/plain; charset=gbk.',
  },
  ENCODING_UNKNOWN: {
    means: 'The declared encoding is not one of the WHATWG Encoding Standard.',
    remedy: 'Use one of its labels, such as utf-8, gbk, big5 or shift_jis.',
  },
  FEED_EMPTY: {
    means: 'The feed or list has no items.',
    remedy: 'Nothing, if that is right: what was taken from it before stays.',
  },
  FIELD_EMBARGO: {
    means: 'An embargo or expiry has no time zone or is no date, so when it holds cannot be known.',
    remedy:
      'Write it as 2026-04-13T09:30:00+08:00; in a line over the text, EMBARGOED UNTIL 13 April 2026 09:30 GMT.',
  },
  FIELD_ID: {
    means: 'The article id is empty, too long (500 bytes), or has control characters, % or path dots in it.',
    remedy: 'Use a short stable id such as 2026/04/flood-warning.',
  },
  FIELD_MISSING: { means: 'A required field is missing.', remedy: 'Send a headline or a body.' },
  FIELD_TYPE: {
    means: 'A field has the wrong type.',
    remedy: 'See the schema of ninjs 3 or of JSON Feed 1.1.',
  },
  HTML_TOO_DEEP: {
    means: 'Elements are nested more deeply than the limit.',
    remedy: 'Flatten the markup; articles stay far below the limit.',
  },
  HTML_UNSTABLE: {
    means: 'The markup does not settle to a safe form.',
    remedy: 'Send simpler markup; this is seen only in constructed input.',
  },
  JSON_INVALID: { means: 'The document is not JSON.', remedy: 'Check it with a JSON parser before sending.' },
  JSON_TOO_DEEP: {
    means: 'Values are nested more deeply than the limit.',
    remedy: 'Send ninjs or JSON Feed; both stay far below the limit.',
  },
  MEDIA_TYPE: {
    means: 'The media type, or the coding that the body is compressed with, is not one that is read.',
    remedy:
      'Send text, HTML, Markdown, ninjs, RSS, Atom, JSON Feed, NewsML-G2 or NITF under its media type, as it is or gzipped.',
  },
  SIZE_INFLATED: {
    means: 'The submission is larger than 4 MiB once it is decompressed.',
    remedy: 'Send fewer articles at a time.',
  },
  SIZE_ITEM: {
    means: 'The article is larger than a stored article may be.',
    remedy: 'Split the text; the limit is on the cleaned article.',
  },
  SIZE_ITEMS: {
    means: 'The submission has more articles than one may have.',
    remedy: 'Send the articles beyond the limit in a further submission.',
  },
  SOURCE_UNKNOWN: {
    means: 'The source is not configured.',
    remedy: 'Add it to wiredesk.yaml and run wiredesk apply.',
  },
  XML_ENTITY: {
    means: 'The document type declares entities, which can make a small document endless.',
    remedy: 'Send the document without entity declarations; the names of HTML are known.',
  },
  XML_ILLFORMED: {
    means: 'The XML is not well-formed.',
    remedy: 'Check it with an XML parser before sending.',
  },
  XML_ROOT: {
    means: 'The document is XML, but none of the formats that are read.',
    remedy: 'Send RSS, Atom, NewsML-G2 or NITF.',
  },
  XML_TOO_DEEP: {
    means: 'Elements are nested more deeply than the limit.',
    remedy: 'Flatten the markup; feeds stay far below the limit.',
  },
  XML_TRUNCATED: {
    means: 'The document ends too early; what was whole before that was taken.',
    remedy: 'Send it again in full.',
  },
  READ_FAILED: {
    means: 'Reading the submission failed in a way nobody foresaw.',
    remedy: 'Report it with the receipt: the bytes are kept, and can be read again once it is mended.',
  },
  RENDER_FAILED: {
    means: 'The article cannot be written as a well-formed feed item.',
    remedy: 'Report it with the receipt: the item is withheld, the feed goes on.',
  },
  ERASED: {
    means: 'The article was erased. What it said is gone, and nothing is taken in under its id.',
    remedy: 'Nothing; or, if it may be published after all: wiredesk article readmit ARTICLE, and send it.',
  },
  EMBARGOED: { means: 'The article is embargoed.', remedy: 'Nothing: it appears when the embargo ends.' },
  EXPIRED: { means: 'The article has expired.', remedy: 'Send it with a later expires to show it again.' },
  HELD: { means: 'The article is on hold.', remedy: 'Release it: wiredesk article release ARTICLE.' },
  WITHHELD: { means: 'The sender marked the article withheld.', remedy: 'Send it as usable.' },
  UNROUTED: {
    means: 'No channel selects the article.',
    remedy: 'Widen a channel’s select in wiredesk.yaml and send the article again.',
  },
  OLDER_VERSION: {
    means: 'A newer version of the article is already here.',
    remedy: 'Nothing, if that is right; else raise the version.',
  },
  BEYOND_LENGTH: {
    means: 'The article is stored, but its feeds are full of newer ones.',
    remedy: 'Raise the channel’s items to show more.',
  },
} as const satisfies Record<string, CodeMeaning>;

export type Code = keyof typeof CODES;

/**
 * What the HTTP door answers at once, instead of a receipt, by its status. A code that receipts use too means the
 * same there.
 */
export const DOOR_CODES = {
  ENCODING_EMPTY: { status: 400, ...CODES.ENCODING_EMPTY },
  FIELD_ID: { status: 400, ...CODES.FIELD_ID },
  UNAUTHORISED: {
    status: 401,
    means: 'The bearer token is missing, or it is none of the source’s.',
    remedy: 'Send the source’s token as Authorization: Bearer TOKEN.',
  },
  RECEIPT_UNKNOWN: {
    status: 404,
    means: 'The source that asks has no such receipt.',
    remedy: 'Use the receipt as the door gave it, with the token of the source that sent the submission.',
  },
  SOURCE_UNKNOWN: { status: 404, ...CODES.SOURCE_UNKNOWN },
  ERASED: { status: 410, ...CODES.ERASED },
  KEY_REUSED: {
    status: 409,
    means: 'The Idempotency-Key was used before, for other contents.',
    remedy: 'Use a new key for new contents; repeat a key only with the same bytes.',
  },
  SIZE_BODY: {
    status: 413,
    means: 'The request is larger than 4 MiB.',
    remedy: 'Send fewer articles at a time.',
  },
  MEDIA_TYPE: { status: 415, ...CODES.MEDIA_TYPE },
} as const satisfies Record<string, CodeMeaning & { status: number }>;

export type DoorCode = keyof typeof DOOR_CODES;

/** A coded refusal of one item: an expected outcome, never an exception. */
export interface Rejection {
  code: Code;
  /** What exactly, about which field: complements the code's own meaning. */
  detail: string;
}

/** The reason in words, as receipts and reports show it. */
export function reasonOf(code: Code, detail?: string): string {
  const { means } = CODES[code];
  return detail === undefined || detail === '' ? means : `${means} (${detail})`;
}
