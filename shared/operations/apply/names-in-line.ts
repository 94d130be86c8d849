/** How many names are written out. For the other names only their number is given. */
const MOST_NAMES = 8;

/** Names in one line; `nobody` if there are none. */
export function namesInLine(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  if (names.length === 0) return 'nobody';
  return rest > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}
