/**
 * Characters that change what a person sees around them: controls (escape sequences begin with one), line and
 * paragraph separators, the controls of bidirectional text (Unicode, "Bidi_Control" and the deprecated U+206A to
 * U+206F), the marks of interlinear annotations, and lone surrogates. Stored text may contain them, because ids and
 * media types are kept as they were sent.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u206A-\u206F\uFFF9-\uFFFB]/gu;

/**
 * The text as one line that a terminal shows as it is: every unsafe character is written as `\u{9b}`. A text can
 * then neither move the cursor nor begin a line of its own.
 */
export function visibleLine(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${hexOf(character)}}`);
}

/** A value as JSON with two blanks of indentation. Unsafe characters are escaped, so it reads back to the value. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE, (character) =>
    // The line ends of the indentation. JSON.stringify has escaped those inside the texts.
    character === '\n' ? character : `\\u${hexOf(character).padStart(4, '0')}`,
  );
}

/** The text for a program that writes it as JSON and escapes only what JSON requires (RFC 8259 section 7). */
export function visibleInJson(text: string): string {
  return text.replace(UNSAFE, (character) => (character < ' ' ? character : `\\u{${hexOf(character)}}`));
}

const hexOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);
