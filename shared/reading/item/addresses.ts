import { beginning } from '../draft/beginning.ts';
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
  const stated = statedAddresses(candidates, base);
  return stated.find(isWebAddress) ?? stated[0];
}

/** As `articleAddress`, for an item of a feed: with a note if the first address is no web address and another one is. */
export function itemAddress(
  candidates: readonly (string | undefined)[],
  base: string | undefined,
): { link?: string; notes?: string[] } {
  const [first, ...others] = statedAddresses(candidates, base);
  if (first === undefined) return {};
  const other = isWebAddress(first) ? undefined : others.find(isWebAddress);
  return other === undefined ? { link: first } : { link: other, notes: [noteOnAddress(first)] };
}

function statedAddresses(candidates: readonly (string | undefined)[], base: string | undefined): string[] {
  return candidates.flatMap((candidate) => {
    const address = candidate?.trim() ?? '';
    if (address === '') return [];
    return [isText(address) ? address : (resolved(withScheme(address), base) ?? address)];
  });
}

/**
 * The web address of an article whose format does not name articles by their addresses: the first of `candidates` that
 * becomes a web address. A note names the first one if it does not.
 */
export function pageAddress(
  candidates: readonly (string | undefined)[],
  base: string | undefined,
): { link?: string; notes: string[] } {
  const stated = candidates.map((candidate) => candidate?.trim() ?? '').filter((text) => text !== '');
  const usable = stated.map((address) => (isText(address) ? undefined : webAddress(address, base)));
  const link = usable.find((address) => address !== undefined);
  const [first] = stated;
  const notes = first === undefined || usable[0] !== undefined ? [] : [noteOnAddress(first)];
  return { ...(link !== undefined && { link }), notes };
}

const MAX_QUOTED = 80;

/** The note on an address that cannot be the link of an article. A password in it is not quoted. */
export function noteOnAddress(address: string): string {
  const shown = address.replaceAll(/\/\/[^/@\s]*@/g, '//…@');
  return `the link is not a web address and was left out: ${beginning(shown, MAX_QUOTED)}`;
}

export const isWebAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address);

/** Words, such as `see the desk`, are no relative address: with a base address they would become a dead link. */
const isText = (address: string): boolean => /\s/.test(address) && !/[/.?#:]/.test(address);

/** A host name that begins with `www.` is written without its scheme; no path of an article begins like that. */
const withScheme = (address: string): string =>
  /^www\.[\p{L}\p{N}]/iu.test(address) ? `https://${address}` : address;

/** The absolute form of an http or https address. Undefined for any other address. */
export function webAddress(address: string | undefined, base: string | undefined): string | undefined {
  const url = resolved(address, base);
  return url !== undefined && /^https?:/.test(url) ? url : undefined;
}
