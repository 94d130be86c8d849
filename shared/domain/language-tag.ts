/** The shape of a BCP 47 language tag (RFC 5646 section 2.1), without looking its parts up. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** A language as a sender wrote it, as a tag; `EN_us` is taken for `EN-us`. Undefined if it is none. */
export function parseLanguageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

/** The tag in the case that RFC 5646 section 2.1.1 recommends: zh-Hant-TW, en-GB. Case says nothing, but looks do. */
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
