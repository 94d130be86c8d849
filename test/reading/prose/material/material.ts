import type { Byline } from '../../../../shared/domain/article.ts';

/**
 * The parts of the generated articles in one language. The prose contains words that the rules for credits and
 * boilerplate look for, so that the test finds a rule that cuts out prose.
 */
export interface Material {
  language: string;
  titles: readonly string[];
  prose: readonly string[];
  names: readonly string[];
  /**
   * Functions that make a line of credits for the given names. `attach`: the line is added to the start or to the end
   * of a paragraph.
   */
  credits: readonly ((names: readonly string[]) => {
    line: string;
    bylines: Byline[];
    attach?: 'head' | 'tail';
  })[];
  boilerplate: readonly string[];
  related: readonly string[];
}

/** Bylines for these names in one role. */
export const as = (role: string | undefined, ...names: (string | undefined)[]): Byline[] =>
  names.map((name = '') => (role === undefined ? { name } : { name, role }));
