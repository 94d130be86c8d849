import { lineOfText } from './text.ts';

/**
 * The outcomes of an item, and the stable codes that give the reason. Every code is defined here; docs/codes.md is
 * generated from these tables.
 */

/** Outcomes as receipts store them. */
export const OUTCOMES = [
  'stored',
  'unchanged',
  'superseded',
  'unrouted',
  'withheld',
  'rejected',
  'decided',
  'erased',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
/**
 * `published` and `killed` are not stored, because they can change later. They are computed when a receipt is read.
 */
export type ReportedOutcome = Outcome | 'published' | 'killed';

export interface CodeMeaning {
  /** What happened, in one sentence. */
  means: string;
  /** What the sender can do about it. */
  remedy: string;
}

export const CODES = {
  ENCODING_EMPTY: { means: 'The submission has no text.', remedy: 'Send the article itself.' },
  ENCODING_COMPRESSED: {
    means: 'The submission cannot be decompressed: the data is damaged, cut off or compressed twice.',
    remedy: 'Compress it once with gzip, or send it as it is.',
  },
  ENCODING_INVALID: {
    means:
      'The bytes are not valid in the declared encoding, or no encoding is declared and none is recognised.',
    remedy: 'Declare the encoding of the text, for example Content-Type: text/plain; charset=gbk.',
  },
  ENCODING_UNKNOWN: {
    means: 'The declared encoding is not in the WHATWG Encoding Standard.',
    remedy: 'Use a label of that standard, such as utf-8, gbk, big5 or shift_jis.',
  },
  FEED_EMPTY: {
    means: 'The feed or list has no items.',
    remedy: 'Nothing, if the feed is meant to be empty. Its earlier articles are kept.',
  },
  FIELD_EMBARGO: {
    means: 'The article may be embargoed, but no instant with a time zone says until when. It is withheld.',
    remedy:
      'Release it when it may appear: wiredesk article release ARTICLE. Or send it again with 2026-04-13T09:30:00+08:00, or with a line above the text such as EMBARGOED UNTIL 13 April 2026 09:30 GMT.',
  },
  FIELD_ID: {
    means:
      'The article id is empty, is longer than 500 bytes, or contains control characters, % or a path segment of dots.',
    remedy: 'Use a short stable id such as 2026/04/flood-warning.',
  },
  FIELD_MISSING: {
    means: 'A required field is missing.',
    remedy: 'Send a headline or a body, under the name that the format gives it.',
  },
  FIELD_TYPE: {
    means: 'A field has the wrong type.',
    remedy: 'Send the field with the type in the schema of ninjs 3 or of JSON Feed 1.1, or leave it out.',
  },
  STATUS_UNKNOWN: {
    means: 'The article has a status or a draft mark that Wiredesk does not understand. It is withheld.',
    remedy: 'Release it: wiredesk article release ARTICLE. Or send it again with the status usable.',
  },
  TEXT_LOST: {
    means:
      'More than a tenth of the text could not be read, and no rule explains why. The article is withheld.',
    remedy:
      'Compare the article with what was sent. Then release it: wiredesk article release ARTICLE. Or send it again.',
  },
  ID_SHARED: {
    means: 'Another story in the same submission has the same id.',
    remedy: 'Give each story an id of its own and send this one again.',
  },
  WITHDRAWAL_UNKNOWN: {
    means: 'The withdrawal names no article: it has no id, and no stored article matches it.',
    remedy: 'Send it with the id of the article, or run wiredesk article kill ARTICLE.',
  },
  HTML_TOO_DEEP: {
    means: 'The HTML elements are nested too deeply.',
    remedy: 'Use fewer nested elements. Ordinary articles are far below the limit.',
  },
  HTML_UNSTABLE: {
    means: 'The markup cannot be made safe: sanitising it again changes it again.',
    remedy: 'Send simpler markup. Only markup constructed for an attack is known to cause this.',
  },
  ITEM_KIND: {
    means:
      'The item is not an article: it is a menu item, a file, an older version or a setting of a website.',
    remedy: 'Nothing. If it is an article, send it with the type post.',
  },
  JSON_INVALID: { means: 'The document is not JSON.', remedy: 'Check it with a JSON parser before sending.' },
  JSON_TOO_DEEP: {
    means: 'The JSON values are nested too deeply.',
    remedy: 'Send ninjs or JSON Feed. Both are far below the limit.',
  },
  MEDIA_TYPE: {
    means: 'Wiredesk does not read this media type, this content coding or this kind of document.',
    remedy:
      'Send text, HTML, Markdown, ninjs, AP JSON, JSON Feed, RSS, Atom, NewsML or NITF with its media type, uncompressed or with gzip.',
  },
  PAGE_KIND: {
    means:
      'The page is not an article: it is an error page, a login page or something else that a website shows instead of one.',
    remedy:
      'Open the address of the article in a browser, check that it shows the article, and send it again.',
  },
  SIZE_INFLATED: {
    means: 'The decompressed submission is larger than 4 MiB.',
    remedy: 'Send fewer articles at a time.',
  },
  SIZE_ITEM: {
    means: 'The article is too large.',
    remedy: 'Split the text. The limit applies to the article after cleaning.',
  },
  SIZE_ITEMS: {
    means: 'The submission has too many articles.',
    remedy: 'Send the articles above the limit in another submission.',
  },
  SOURCE_UNKNOWN: {
    means: 'The source is not configured.',
    remedy: 'Add it to wiredesk.yaml and run wiredesk apply.',
  },
  XML_ENTITY: {
    means: 'The document type declares entities, which can expand a small document without limit.',
    remedy: 'Send the document without entity declarations. The entity names of HTML need no declaration.',
  },
  XML_ILLFORMED: {
    means: 'The XML is not well-formed.',
    remedy: 'Check it with an XML parser before sending.',
  },
  XML_ROOT: {
    means: 'The document is XML in a format that Wiredesk does not read.',
    remedy: 'Send RSS, Atom, NewsML or NITF, or the text of the article as HTML or plain text.',
  },
  XML_TOO_DEEP: {
    means: 'The XML elements are nested too deeply.',
    remedy: 'Use fewer nested elements. Ordinary feeds are far below the limit.',
  },
  XML_TRUNCATED: {
    means: 'The document ends too early. Articles that were complete before the end were accepted.',
    remedy: 'Send the whole document again.',
  },
  READ_FAILED: {
    means: 'Reading the submission failed because of an unexpected error.',
    remedy:
      'Report the receipt to the engineer. The bytes are kept and can be read again when the program is repaired.',
  },
  RENDER_FAILED: {
    means: 'The article cannot be written as a well-formed feed item.',
    remedy: 'Report the receipt to the engineer. The rest of the feed is published.',
  },
  ERASED: {
    means: 'The article was erased. Its contents are removed, and submissions for its id are refused.',
    remedy: 'Nothing. To publish the article again, run wiredesk article readmit ARTICLE and send it.',
  },
  EMBARGOED: { means: 'The article is embargoed.', remedy: 'Nothing: it appears when the embargo ends.' },
  EXPIRED: { means: 'The article has expired.', remedy: 'To show it again, send it with a later expiry.' },
  HELD: { means: 'The article is on hold.', remedy: 'Release it: wiredesk article release ARTICLE.' },
  WITHHELD: {
    means: 'The sender marked the article as withheld.',
    remedy: 'Send it with the status usable.',
  },
  UNROUTED: {
    means: 'No channel selects the article.',
    remedy: 'Change a channel’s select in wiredesk.yaml, and send the article again.',
  },
  OLDER_VERSION: {
    means: 'A newer version of the article is already stored.',
    remedy: 'Nothing, if that version is the right one. Otherwise send a higher version.',
  },
  WITHDRAWN: {
    means: 'A decision took the article out of every feed that its channels have.',
    remedy: 'Nothing, if that is meant. wiredesk article history ARTICLE shows the decision.',
  },
  NO_FEED: {
    means:
      'The channels that select the article have no feed: they are not public, and no partner reads them.',
    remedy: 'Make a channel public in wiredesk.yaml, or subscribe a partner to it.',
  },
  NO_TERRITORY: {
    means: 'The article is cleared for some countries only, and no feed that selects it is read only there.',
    remedy:
      'Nothing, if the rights are as sent. A partner gets the article if the territory of its subscription is within those countries.',
  },
  DELAYED: {
    means: 'The article waits for the delay of the feeds that may show it.',
    remedy: 'Nothing: it appears when the delay has passed.',
  },
  FEED_HELD: {
    means:
      'A feed that may show the article keeps its last good documents, because it is held or was stopped at the gate.',
    remedy: 'Look at the feed with wiredesk feed list. wiredesk feed release CHANNEL ends a hold.',
  },
  BEYOND_LENGTH: {
    means: 'The article is stored, but newer articles fill its feeds.',
    remedy: 'To show more articles, raise the channel’s items.',
  },
} as const satisfies Record<string, CodeMeaning>;

export type Code = keyof typeof CODES;

/** The codes of articles that are stored but withheld until a person releases them. */
export const DOUBT_CODES = [
  'FIELD_EMBARGO',
  'STATUS_UNKNOWN',
  'TEXT_LOST',
] as const satisfies readonly Code[];
export type DoubtCode = (typeof DOUBT_CODES)[number];

/** The refusal of one item with its code: an expected outcome, never an exception. */
export interface Rejection {
  code: Code;
  /** Which field or value was refused. The reason is the meaning of the code followed by this detail. */
  detail: string;
}

/** The reason as a sentence in one line, for receipts and reports. `detail` may quote the sender. */
export function reasonOf(code: Code, detail?: string): string {
  // A newer version may have stored a code that this version does not know.
  const means = Object.hasOwn(CODES, code) ? CODES[code].means : code;
  return detail === undefined || detail === '' ? means : `${means} (${lineOfText(detail)})`;
}
