import { isDateLine } from '../../dates/date-line.ts';

/** Above its headline, a press release says what it is, when it is sent and who sends it. */

/** A line that names a company or another body, and nothing else. */
const SENDER =
  /^(?:株式会社|有限会社|合同会社|(?:公益|一般)?(?:社団|財団)法人|(?:国立大学|学校|独立行政|国立研究開発|社会福祉|医療|NPO|特定非営利活動)法人)[^、。「」『』]{1,30}$|^[^、。「」『』]{1,30}(?:株式会社|有限会社|合同会社|公司|주식회사)$|^[\p{L}\p{N} .,&'’-]{2,60}[ ,](?:Inc|Ltd|LLC|PLC|Corp|Corporation|GmbH|AG|SE|KG|S\.?A|S\.?A\.?S|S\.?L|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|Ltda|Lda)\.?$|^(?:주식회사|㈜|\(주\)|ООО|ПАО|ОАО|АО) ?[^.!?]{1,40}$/u;
/** The people to whom a release is addressed. */
const ADDRESSED =
  /^(?:報道(?:関係)?(?:者|機関)?(?:の)?(?:各位|皆様|皆さま)|(?:news|press|ニュース|プレス)\s?(?:release|リリース)|各位)$/iu;

/** Only this many lines may be above the headline. */
const MOST_LINES = 6;

/**
 * The kinds of the lines above the headline, from the top of the text. Empty if fewer than two different kinds are
 * there, because a lone day or the name of a company may be the headline. `isRelease`: whether a line says that the
 * text is a press release.
 */
export function senderLines(texts: readonly string[], isRelease: (text: string) => boolean): string[] {
  const kinds: string[] = [];
  for (const text of texts.slice(0, MOST_LINES)) {
    if (isRelease(text) || ADDRESSED.test(text)) kinds.push('release');
    else if (isDateLine(text)) kinds.push('stamp');
    else if (text.length <= 80 && SENDER.test(text)) kinds.push('sender');
    else break;
  }
  // A headline and a story must follow.
  const isHeader = new Set(kinds).size >= 2 && texts.length >= kinds.length + 2;
  return isHeader ? kinds : [];
}
