/** A kind of input that may take much time or memory for its size. `make` returns an input of about `bytes` bytes. */
export interface Hostile {
  /** The name of this kind of input. */
  is: string;
  type: string;
  make: (bytes: number) => Uint8Array;
  /** The largest input that is worth measuring, in bytes. Larger inputs are rejected at once. */
  most?: number;
}

/** What comes before and after the repeated units. */
interface Around {
  head?: string;
  tail?: string;
  /** Repeated after the units, once for each unit: end tags, brackets. */
  close?: string;
  most?: number;
  /** The largest number of units. */
  count?: number;
}

/** An input that repeats one unit between a head and a tail. `$` in a unit becomes the unit's number. */
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
