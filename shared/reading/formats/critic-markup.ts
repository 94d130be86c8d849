/**
 * CriticMarkup: the tracked changes and comments of editors in Markdown. A change is read as accepted.
 */

/** `{--deleted--}`, `{>>comment<<}` and the first part of `{~~old~>new~~}`. */
const DELETED = /\{--([^{}]{0,2000})--\}|\{>>([^{}]{0,2000})<<\}/g;
const REPLACED = /\{~~([^{}~]{0,2000})~>([^{}~]{0,2000})~~\}/g;
const ADDED = /\{\+\+([^{}]{0,2000})\+\+\}|\{==([^{}]{0,2000})==\}/g;

/** Markdown with the changes accepted and without the comments; and the deleted texts and the comments. */
export function withChangesAccepted(markdown: string): { markdown: string; removed: string[] } {
  const removed: string[] = [];
  const accepted = markdown
    .replace(REPLACED, (_, old: string, replacement: string) => (removed.push(old.trim()), replacement))
    .replace(DELETED, (_, deleted = '', comment = '') => (removed.push(`${deleted}${comment}`.trim()), ''))
    .replace(ADDED, (_, added = '', marked = '') => `${added}${marked}`);
  return { markdown: accepted, removed: removed.filter((text) => text !== '') };
}
