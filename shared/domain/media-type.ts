/**
 * The input formats by their media types. `xml` and `json` only say how to parse the document; its contents then
 * decide which format it is.
 */
export const INPUT_FORMATS = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/json': 'json',
  'text/json': 'json',
  'application/ninjs+json': 'ninjs',
  'application/vnd.iptc.g2.ninjs+json': 'ninjs',
  'application/feed+json': 'jsonfeed',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/vnd.iptc.g2.newsitem+xml': 'newsml',
  'application/vnd.iptc.g2.newsmessage+xml': 'newsml',
  'application/vnd.iptc.g2.packageitem+xml': 'newsml',
  'text/vnd.iptc.newsml': 'newsml',
  'application/newsml+xml': 'newsml',
  'application/ld+json': 'json',
  'application/nitf+xml': 'nitf',
  'application/vnd.nitf': 'nitf',
  'text/vnd.iptc.nitf': 'nitf',
  'application/gzip': 'gzip',
  'application/x-gzip': 'gzip',
} as const;

export type InputFormat = (typeof INPUT_FORMATS)[keyof typeof INPUT_FORMATS];

/** A Content-Type field value (RFC 9110 section 8.3): type and subtype in lower case, and the charset if given. */
export interface MediaType {
  essence: string;
  charset?: string;
}

export function parseMediaType(value: string): MediaType {
  const [essence = '', ...parameters] = value.split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^";\s]+)"?\s*$/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return { essence: essence.trim().toLowerCase(), ...(charset !== undefined && { charset }) };
}

/** The media type in one spelling: names are case-insensitive, and white space around a `;` means nothing. */
export function normalMediaType(value: string): string {
  return value
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(';');
}

/** The input format of a media type; undefined for a media type that Wiredesk does not read. */
export function inputFormat(mediaType: string): InputFormat | undefined {
  const formats: Record<string, InputFormat> = INPUT_FORMATS;
  const { essence } = parseMediaType(mediaType);
  return Object.hasOwn(formats, essence) ? formats[essence] : undefined;
}
