/** A request to an AWS service, with its complete body. */
export interface AwsRequest {
  method: string;
  /** Path and query, as sent. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

export interface AwsResponse {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/** Handles a request: an emulator, or a layer in front of an emulator. */
export type Forward = (request: AwsRequest) => Promise<AwsResponse>;

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'expect']);

/** The headers without those that concern a single connection (RFC 9110, section 7.6.1). */
export function withoutHopByHop<T>(headers: Record<string, T | undefined>): Record<string, T> {
  const kept: Record<string, T> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !HOP_BY_HOP.has(name)) kept[name] = value;
  return kept;
}
