/**
 * The number of the stored shapes. It is raised, together with the version in package.json, by each change of what is
 * stored, and every stored row and object says with which number it was written (version 0.1.0 wrote none). A version
 * writes what the version before it can read: see docs/adr/0021-stored-things-are-read-tolerantly.md.
 */
export const FORMAT = 2;

/** The end of an error about a stored value: says that a newer version wrote it, if that is so. */
export function writtenBy(value: unknown): string {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return typeof format === 'number' && format > FORMAT
    ? ` (a newer version of Wiredesk stored it, in format ${format}; this version reads formats up to ${FORMAT})`
    : '';
}
