/** The shape of a BCP 47 language tag (RFC 5646 section 2.1), without looking its parts up. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** A language as a sender wrote it, as a tag; `EN_us` is taken for `EN-us`. Undefined if it is none. */
export function parseLanguageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}
