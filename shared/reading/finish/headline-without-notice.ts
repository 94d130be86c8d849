import { type Draft, inDoubt } from '../draft/draft.ts';
import { statementIn } from '../prose/embargo/statement.ts';

/** A notice in brackets before a headline, and a notice with a sign after it. */
const BRACKETED =
  /^\s*(?<notice>[([【〔（［][^()[\]【】〔〕（）［］]{1,150}[)\]】〕）］])\s*[-–—:|]?\s*(?<rest>\S.*)$/u;
const LABELLED = /^(?<notice>.{3,150}?)\s*(?:\s[-–—|]{1,2}\s|[|｜]|[:：]\s)\s*(?<rest>\S.*)$/u;
const AFTER = /^(?<rest>.*\S)\s*(?:\s[-–—|]{1,2}\s*|(?=[([【（]))(?<notice>[^|]{3,150})$/u;

/**
 * The draft without the notice of its embargo in the headline. If the headline is nothing but the notice, a person must
 * decide, because the article has no headline.
 */
export function withoutNotice(draft: Draft): Draft {
  const { headline } = draft.content;
  const statement = statementIn(headline);
  if (statement === undefined) return draft;
  if (statement.whole) return inDoubt(draft, 'FIELD_EMBARGO', 'the headline is a notice of an embargo');
  for (const form of [BRACKETED, LABELLED, AFTER]) {
    const { notice = '', rest = '' } = form.exec(headline)?.groups ?? {};
    if (statementIn(notice)?.whole !== true || statementIn(rest) !== undefined) continue;
    return {
      ...draft,
      content: { ...draft.content, headline: rest },
      removed: [notice.trim(), ...draft.removed],
    };
  }
  return draft;
}
