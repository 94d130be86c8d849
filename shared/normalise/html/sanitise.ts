import sanitizeHtml from 'sanitize-html';
import { legalText } from '../../domain/text.ts';
import type { Rejection } from '../../domain/outcome.ts';
import {
  ADDRESS_ATTRIBUTES,
  ALLOWED_ATTRIBUTES,
  ALLOWED_SCHEMES,
  ALLOWED_SCHEMES_BY_TAG,
  ALLOWED_TAGS,
  TAGS_DROPPED_WITH_TEXT,
} from './allow-list.ts';
import { MAX_DEPTH, withinDepth } from './bounds.ts';
import { withoutTracking } from './tracking.ts';

export type Sanitised = { ok: true; html: string } | { ok: false; rejection: Rejection };

/** Of 3,373 public vectors 62 change on a second pass and all settle within 5 (sanitize-html 2.18.1). */
const MAX_PASSES = 6;

/** XHTML closes it like this; to HTML the rest of the article is then inside it. */
export const SELF_CLOSED_IFRAME = /(<iframe\b[^<>]*)\/>/gi;

/**
 * Untrusted HTML to the form that is stored: only what the allow-list names, addresses absolute, no character that
 * XML forbids, and a fixed point, so that sanitising it again changes nothing. `base`: what relative addresses are
 * resolved against; without it they are dropped.
 */
export function sanitise(html: string, base?: string): Sanitised {
  if (!withinDepth(html)) {
    return refuse('HTML_TOO_DEEP', `more than ${MAX_DEPTH} levels`);
  }
  const options = optionsFor(base);
  let current = legalText(html).replace(SELF_CLOSED_IFRAME, '$1></iframe>');
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = legalText(sanitizeHtml(current, options));
    if (next === current) return { ok: true, html: current };
    current = next;
  }
  return refuse('HTML_UNSTABLE', `still changing after ${MAX_PASSES} passes`);
}

function refuse(code: Rejection['code'], detail: string): Sanitised {
  return { ok: false, rejection: { code, detail } };
}

function optionsFor(base: string | undefined): sanitizeHtml.IOptions {
  return {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: ALLOWED_SCHEMES,
    allowedSchemesByTag: ALLOWED_SCHEMES_BY_TAG,
    allowedSchemesAppliedToAttributes: [...ADDRESS_ATTRIBUTES],
    allowProtocolRelative: false,
    nonTextTags: TAGS_DROPPED_WITH_TEXT,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: withAbsoluteAddresses(attribs, base) }),
    },
  };
}

function withAbsoluteAddresses(
  attribs: sanitizeHtml.Attributes,
  base: string | undefined,
): sanitizeHtml.Attributes {
  const result: sanitizeHtml.Attributes = {};
  for (const [name, value] of Object.entries(attribs)) {
    if (!ADDRESS_ATTRIBUTES.includes(name)) {
      result[name] = value;
      continue;
    }
    const absolute = absoluteAddress(value, base);
    if (absolute !== undefined) result[name] = absolute;
  }
  return result;
}

/** The address as an absolute URL (WHATWG URL Standard) without tracking parameters; undefined if it is none or cannot be made one. */
export function absoluteAddress(address: string, base?: string): string | undefined {
  const url = URL.parse(
    address.trim().startsWith('//') && base === undefined ? `https:${address.trim()}` : address,
    base,
  );
  return url === null || url.username !== '' || url.password !== '' ? undefined : withoutTracking(url.href);
}
