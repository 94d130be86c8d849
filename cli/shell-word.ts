/** Characters that no shell gives a meaning, wherever they stand in a word that does not begin with `-` or `~`. */
const PLAIN = /^[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+,=-]*$/;

/** The text as one word of a POSIX shell, for a command that a person copies from the output. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
