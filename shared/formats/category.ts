import type { Subject } from '../domain/article.ts';
import { webAddress } from './address.ts';

/** A subject as a category: `term` is its name within the vocabulary `scheme`, `label` is the text for people. */
export interface Category {
  term: string;
  scheme?: string;
  label: string;
}

/**
 * The category of a subject. A concept of a published vocabulary has an address. The last part of the address is the
 * code of the concept, the part before it is the address of the vocabulary: `20000002` and
 * `http://cv.iptc.org/newscodes/mediatopic/`. RFC 4287 section 4.2.2 has an attribute for each of them, and so has
 * RSS 2.0, where `domain` names the vocabulary. Any other identifier, such as `medtop:20000002`, is a term without
 * scheme.
 */
export function category({ name, uri }: Subject): Category {
  if (uri === undefined) return { term: name, label: name };
  const address = webAddress(uri) ?? uri;
  const [, scheme, term] = /^(https?:\/\/[^?#]+[/#])([^/?#]+)$/.exec(address) ?? [];
  return scheme !== undefined && term !== undefined
    ? { term, scheme, label: name }
    : { term: address, label: name };
}
