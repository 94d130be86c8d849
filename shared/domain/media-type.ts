/** The inputs the pipeline reads, and the media types that name them. */
export const INPUT_FORMATS = {
  'text/plain': 'text',
  'text/html': 'html',
  'application/json': 'ninjs',
  'application/ninjs+json': 'ninjs',
  'application/vnd.iptc.g2.ninjs+json': 'ninjs',
} as const;

export type InputFormat = (typeof INPUT_FORMATS)[keyof typeof INPUT_FORMATS];

/** A Content-Type field value (RFC 9110 section 8.3): type and subtype in lower case, and the charset if named. */
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

/** The input format a media type stands for; undefined for one that is not read. */
export function inputFormat(mediaType: string): InputFormat | undefined {
  const formats: Record<string, InputFormat> = INPUT_FORMATS;
  const { essence } = parseMediaType(mediaType);
  return Object.hasOwn(formats, essence) ? formats[essence] : undefined;
}
