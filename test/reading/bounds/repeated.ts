/** A class of input that may cost more than its size: `make` gives one of about so many bytes. */
export interface Hostile {
  is: string;
  type: string;
  make: (bytes: number) => Uint8Array;
  /** Larger ones are refused at once, and so tell nothing. */
  most?: number;
}

interface Around {
  head?: string;
  tail?: string;
  /** Repeated after all of the units, as often as they: end tags, brackets. */
  close?: string;
  most?: number;
  /** The largest number of units. */
  count?: number;
}

/** One unit over and over, within what makes it a document. `$` in a unit is its number. */
export function repeated(is: string, type: string, unit: string, around: Around = {}): Hostile {
  const { head = '', tail = '', close = '', most, count: limit = Infinity } = around;
  const make = (bytes: number): Uint8Array => {
    const count = Math.min(limit, Math.ceil(bytes / Buffer.byteLength(unit + close)));
    const units = unit.includes('$')
      ? Array.from({ length: count }, (_, at) => unit.replaceAll('$', String(at))).join('')
      : unit.repeat(count);
    return Buffer.from(head + units + close.repeat(count) + tail);
  };
  return { is, type, make, ...(most !== undefined && { most }) };
}

/** Pseudo-random numbers below 2³² that are the same in every run (Numerical Recipes' generator). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}
