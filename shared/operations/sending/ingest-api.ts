/** The address of the ingest API, and the source in whose name the caller sends. */
export interface IngestApi {
  url: string;
  source: string;
  token: string;
}

/** Sends one HTTP request; throws if no answer came. */
export type Http = (
  url: string,
  request: { method: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer> },
) => Promise<{ status: number; json(): Promise<unknown> }>;

/** How requests are sent, and how to wait before sending one again. */
export interface Connection {
  http: Http;
  /** Waits for this many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}
