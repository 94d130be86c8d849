import type { Subject } from '../domain/article.ts';
import { webAddress } from './address.ts';

/** A subject as a category: `term` names it within `scheme`, `label` is for people. */
export interface Category {
  term: string;
  scheme?: string;
  label: string;
}

/**
 * A concept of a published vocabulary has an address, whose last part is its code and the rest the vocabulary's own
 * address: http://cv.iptc.org/newscodes/mediatopic/ and 20000002. RFC 4287 section 4.2.2 wants them apart, and so does
 * RSS 2.0, where `domain` names the taxonomy. Any other identifier, such as medtop:20000002, is a term by itself.
 */
export function category({ name, uri }: Subject): Category {
  if (uri === undefined) return { term: name, label: name };
  const address = webAddress(uri) ?? uri;
  const [, scheme, term] = /^(https?:\/\/[^?#]+[/#])([^/?#]+)$/.exec(address) ?? [];
  return scheme !== undefined && term !== undefined
    ? { term, scheme, label: name }
    : { term: address, label: name };
}
