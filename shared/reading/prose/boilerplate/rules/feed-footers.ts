import { pattern } from './rule.ts';

/**
 * The line that WordPress puts below every item of a feed, in several languages. In English:
 * `The post Bridge closed appeared first on The Example.`
 */
const FOOTERS = [
  'The post .{1,200} (?:appeared first|first appeared) on .{1,100}',
  'Der Beitrag .{1,200} (?:erschien zuerst|ist zuerst erschienen) (?:auf|bei) .{1,100}',
  "L[’']article .{1,200} est apparu en premier sur .{1,100}",
  '(?:La entrada|El cargo|La noticia) .{1,200} (?:aparece primero en|se publicó primero en|apareció primero en) .{1,100}',
  '(?:投稿|記事) ?.{1,200} は .{1,100} に最初に表示されました。?',
  '(?:這篇文章|〈?這篇文章|文章) ?.{1,200} ?(?:最早出現於|最早出现于|最先出現在|最先出现在) ?.{1,100}',
].join('|');

export const feedFooter = pattern('source note', new RegExp(`^(?:${FOOTERS})$`, 'u'), 340);

/** Only this many characters at the end of a summary are searched for the footer. */
const SEARCHED = 340;
const AT_END = new RegExp(`(?:^|\\s)(?:${FOOTERS})$`, 'u');

/** The description of a feed item without the footer. */
export function withoutFeedFooter(summary: string): string {
  const start = Math.max(0, summary.length - SEARCHED);
  const footer = AT_END.exec(summary.slice(start));
  return footer === null ? summary : summary.slice(0, start + footer.index).trim();
}
