import type { Element } from 'domhandler';

const SUGGESTED_DELETION = /^deletion:/i;

/** Whether an element may be the end of a suggestion of CKEditor. */
export const mayEndSuggestion = ({ name, attribs }: Element): boolean =>
  name === 'suggestion-end' || attribs['data-suggestion-end-after'] !== undefined;

/**
 * The deletions that CKEditor marks by an empty element, or an attribute of a block, at their start and their end. A
 * start counts only if its end exists, because it would delete the rest of the text otherwise.
 */
export class SuggestedDeletions {
  private readonly ends: ReadonlySet<string>;
  private readonly open = new Set<string>();

  /** `ends`: the elements of the document for which `mayEndSuggestion` is true. */
  constructor(ends: readonly Element[]) {
    this.ends = new Set(ends.flatMap((element) => namesIn(element, 'end')));
  }

  /** Whether the text at this place is deleted. */
  get isOpen(): boolean {
    return this.open.size > 0;
  }

  start(element: Element): void {
    if (this.ends.size === 0) return;
    for (const name of namesIn(element, 'start')) {
      if (this.ends.has(name)) this.open.add(name);
    }
  }

  end(element: Element): void {
    if (this.ends.size === 0) return;
    for (const name of namesIn(element, 'end')) this.open.delete(name);
  }
}

function namesIn({ name, attribs }: Element, side: 'start' | 'end'): string[] {
  const onBlock = attribs[side === 'start' ? 'data-suggestion-start-before' : 'data-suggestion-end-after'];
  const names = [name === `suggestion-${side}` ? (attribs['name'] ?? '') : '', ...(onBlock ?? '').split(',')];
  return names.filter((one) => SUGGESTED_DELETION.test(one));
}
