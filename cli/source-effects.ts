import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../shared/domain/source.ts';

/** Fields of a source, and what their change does. */
const RULES: readonly { fields: readonly (keyof Source)[]; does: (is: Source) => string }[] = [
  {
    fields: ['order'],
    does: ({ order }) =>
      order === 'version'
        ? 'stories that are here already cannot be corrected any more: how they came counts as newer than any number'
        : 'says which version is newest from then on',
  },
  {
    fields: ['language', 'boilerplate', 'territory'],
    does: () =>
      'holds for what it sends from then on; what is here already stays as it is until it is sent again',
  },
  { fields: ['link'], does: () => 'every feed is written anew' },
];

/** What a change of a source does, a line for each. */
export function sourceEffects(id: string, was: Source | undefined, is: Source | undefined): string[] {
  if (was === undefined) return [`a token is made for ${id} and shown once`];
  if (is === undefined) {
    return [
      'what it sends from then on is refused (404); its stories stay in the feeds until they are withdrawn',
    ];
  }
  return RULES.filter(({ fields }) => fields.some((field) => !isDeepStrictEqual(was[field], is[field]))).map(
    ({ does }) => does(is),
  );
}
