/** What the model's newsroom hands in, who reads it, and what they are shown: the words of reference.ts. */

export interface Sent {
  kind: 'content';
  article: string;
  source: string;
  receipt: string;
  at: string;
  headline: string;
  withheld: boolean;
  version?: number;
  versioncreated?: string;
  embargoed?: string;
  expires?: string;
}

export interface Decided {
  kind: 'decision';
  article: string;
  receipt: string;
  at: string;
  action: string;
  channel?: string;
  until?: string;
}

export type Submission = Sent | Decided;

/** A channel as its public reads it or, with a delay in minutes, as partners do. */
export interface ReferenceChannel {
  id: string;
  /** The channel that partners read; absent: itself. */
  of?: string;
  delay?: number;
  items: number;
  sources: readonly string[];
}

export interface Shown {
  article: string;
  headline: string;
  released: string;
  changed: string;
}
