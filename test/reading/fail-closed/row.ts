/** The kinds of sign. `until` is an embargo that names an instant with its zone; the other kinds name none. */
export type Kind =
  'until' | 'embargo' | 'hold' | 'draft' | 'kill' | 'withdrawal' | 'private' | 'status' | 'future' | 'near';

/** One submission of a table. */
export interface Row {
  id: string;
  language: string;
  /** The media type with which it is sent. */
  format: string;
  kind: Kind;
  text: string | Uint8Array;
}

/** A row of the near misses: its headline and its sentence must come out. */
export interface NearMiss extends Row {
  headline: string;
  sentence: string;
}

/** A line with which a sender marks a text, by language. */
export type Phrases = Readonly<Record<string, readonly (readonly [kind: Kind, text: string])[]>>;

/** Headline and sentence of a story that only mentions such words, by language. */
export type Mentions = Readonly<Record<string, readonly (readonly [headline: string, sentence: string])[]>>;

export interface Story {
  headline: string;
  lead: string;
  rest: string;
  contact: string;
}
