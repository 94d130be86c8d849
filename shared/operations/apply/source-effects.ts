import { isDeepStrictEqual } from 'node:util';
import { quotaOf } from '../../domain/quota.ts';
import type { Source } from '../../domain/source.ts';

/** Fields of a source, and the effect when one of these fields changes. */
const RULES: readonly { fields: readonly (keyof Source)[]; effect: (is: Source) => string }[] = [
  {
    fields: ['order'],
    effect: ({ order }) =>
      order === 'version'
        ? 'stored articles cannot be corrected any more: their versions begin with a date, which counts as newer than any number'
        : 'decides from then on which version of an article is the newest',
  },
  {
    fields: ['language', 'boilerplate', 'territory'],
    effect: () =>
      'applies to what the source sends from then on; stored articles change when they are sent again',
  },
  { fields: ['link'], effect: () => 'every feed is written again' },
  {
    fields: ['quota'],
    effect: (source) => `may send ${quotaOf(source)} submissions an hour from then on`,
  },
];

/** The effects of a source's change, one line each. */
export function sourceEffects(id: string, was: Source | undefined, is: Source | undefined): string[] {
  if (was === undefined) return [`a token is made for ${id} and shown once`];
  if (is === undefined) {
    return [
      'submissions of this source are refused from then on (401); its articles stay in the feeds until they are withdrawn',
    ];
  }
  return RULES.filter(({ fields }) => fields.some((field) => !isDeepStrictEqual(was[field], is[field]))).map(
    ({ effect }) => effect(is),
  );
}
