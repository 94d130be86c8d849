import * as z from 'zod';

/** The shape of a BCP 47 language tag (RFC 5646 section 2.1). Whether its subtags are registered is not checked. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

export const languageTagSchema = z.string().regex(LANGUAGE_TAG, 'use a BCP 47 tag such as zh-Hant');

/** The language tag in a sender's text; `EN_us` is read as `EN-us`. Undefined if the text is not a tag. */
export function parseLanguageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

/** The tag in the case that RFC 5646 section 2.1.1 recommends: zh-Hant-TW, en-GB. Tags do not depend on case. */
export function wellCased(tag: string): string {
  const parts = tag.toLowerCase().split('-');
  return parts
    .map((part, at) => {
      if (at === 0 || parts[at - 1]?.length === 1) return part;
      if (/^[a-z]{4}$/.test(part)) return part.charAt(0).toUpperCase() + part.slice(1);
      return /^[a-z]{2}$/.test(part) ? part.toUpperCase() : part;
    })
    .join('-');
}
