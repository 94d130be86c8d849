import { absoluteAddress } from '../markup/address.ts';

/**
 * The base address that applies inside nested elements (XML Base section 4). `outer`: the base address around them.
 * `inner`: the values of their `xml:base` attributes, those of the outermost element first.
 */
export function baseOf(
  outer: string | undefined,
  ...inner: readonly (string | undefined)[]
): string | undefined {
  return inner.reduce((base, next) => (next === undefined ? base : (resolved(next, base) ?? base)), outer);
}

/** The absolute form of an address. Undefined if there is no address, or if it cannot be made absolute. */
export function resolved(address: string | undefined, base?: string): string | undefined {
  return address === undefined ? undefined : absoluteAddress(address, base);
}

/**
 * The address of an article: the first of `candidates` that becomes a web address. If none does, the first one is
 * returned in its absolute form, so that `finish` can name it in a note.
 */
export function articleAddress(
  candidates: readonly (string | undefined)[],
  base: string | undefined,
): string | undefined {
  const stated = candidates.flatMap((candidate) => {
    const address = candidate?.trim() ?? '';
    return address === '' ? [] : [resolved(withScheme(address), base) ?? address];
  });
  return stated.find(isWebAddress) ?? stated[0];
}

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address);

/** A host name that begins with `www.` is written without its scheme; no path of an article begins like that. */
const withScheme = (address: string): string =>
  /^www\.[\p{L}\p{N}]/iu.test(address) ? `https://${address}` : address;

/** The absolute form of an http or https address. Undefined for any other address. */
export function webAddress(address: string | undefined, base: string | undefined): string | undefined {
  const url = resolved(address, base);
  return url !== undefined && /^https?:/.test(url) ? url : undefined;
}
