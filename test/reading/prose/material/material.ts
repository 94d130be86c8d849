import type { Byline } from '../../../../shared/domain/article.ts';

/** What generated articles are made of, by language: titles, prose that uses the rules' words, credits, boilerplate. */
export interface Material {
  language: string;
  titles: readonly string[];
  prose: readonly string[];
  names: readonly string[];
  /** Lines that credit the names handed over, with what they mean. */
  credits: readonly ((names: readonly string[]) => {
    line: string;
    bylines: Byline[];
    attach?: 'head' | 'tail';
  })[];
  boilerplate: readonly string[];
  related: readonly [heading: string, ...links: string[]];
}

/** These names in one role. */
export const as = (role: string | undefined, ...names: (string | undefined)[]): Byline[] =>
  names.map((name = '') => (role === undefined ? { name } : { name, role }));
