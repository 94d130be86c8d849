import { type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { defined } from '../../draft/defined.ts';
import type { Draft, Drafted } from '../../draft/draft.ts';
import { MAX_SUBMISSION_ITEMS } from '../../item/item-limit.ts';
import { cancellation } from '../../item/with-signs.ts';
import { knownDate } from '../../dates/unknown.ts';
import { at, lineIn, localName } from '../xml-document.ts';

/** How many characters of a comment a note quotes. */
const MAX_QUOTED = 80;

/**
 * The deleted entries of a feed (RFC 6721) as kills. `head`: the feed without its items. `ref` is the id of the entry,
 * `when` the time of the deletion. An entry that was updated after its deletion is not deleted: `updatedOf` gives the
 * date of the entry with an id, as an instant.
 */
export function tombstonesIn(head: string, updatedOf: (id: string) => string | undefined): Drafted[] {
  if (!/<(?:[\w.-]{1,60}:)?deleted-entry[\s/>]/.test(head)) return [];
  const deleted: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children.filter(isTag)) {
      if (localName(child) === 'deleted-entry') deleted.push(child);
      else if (deleted.length <= MAX_SUBMISSION_ITEMS) visit(child);
    }
  };
  parseDocument(head, { xmlMode: true }).children.filter(isTag).forEach(visit);
  // One more than the limit, so that the caller sees that there are too many.
  return deleted.slice(0, MAX_SUBMISSION_ITEMS + 1).flatMap((entry) => {
    const when = knownDate(entry.attribs['when'] ?? '')?.instant;
    const updated = updatedOf(entry.attribs['ref']?.trim() ?? '');
    if (when !== undefined && updated !== undefined && updated > when) return [];
    return [deletionOf(entry, when)];
  });
}

function deletionOf(entry: Element, when: Draft['versioncreated']): Drafted {
  const id = entry.attribs['ref']?.trim() ?? '';
  const draft = id === '' ? undefined : cancellation(id);
  if (draft === undefined) {
    return { ok: false, rejection: { code: 'WITHDRAWAL_UNKNOWN', detail: 'deleted-entry without ref' } };
  }
  const by = lineIn(at(entry, 'by', 'name'));
  const comment = lineIn(at(entry, 'comment'));
  const notes = [
    'the feed says that the entry was deleted',
    ...(by === undefined ? [] : [`deleted by: ${by.slice(0, MAX_QUOTED)}`]),
    ...(comment === undefined ? [] : [`reason for the deletion: ${comment.slice(0, MAX_QUOTED)}`]),
  ];
  return { ok: true, draft: defined<Draft>({ ...draft, versioncreated: when, notes }) };
}
