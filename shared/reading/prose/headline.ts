import { isDateLine } from '../dates/date-line.ts';

/**
 * Maximum length of a title, in characters. It is shorter for Han text, because a Han character says more than a
 * letter.
 */
const LONGEST_TITLE = { han: 60, other: 160 };

/** Maximum length, in characters, of a headline that is made from prose. */
const LONGEST_MADE = { han: 40, other: 90 };

/** Only this many paragraphs from the top are searched for the title. */
const NEAR_TOP = 3;

/** The mark or label before a title: #, 标题：, Title: */
const MARKER =
  /^(?:#{1,6}\s+|[【[]?(?:標題|标题|原標題|原标题|題目|题目|タイトル|見出し)[】\]]?\s*[:：]\s*|(?:title|headline|título|titular|titel|überschrift|titre)\s*:\s+)/iu;

/** A dateline: 新華社北京4月13日電, 本報訊, BERLIN (dpa) –. A paragraph that begins with one is prose, not a title. */
const DATELINE =
  /^[【（(〔［]?\s?[^。，]{0,16}(?:\d{1,2}日(?:電|电|訊|讯|專電|专电)|本報訊|本报讯|本網訊|本网讯|專訊】|报讯|報訊|訊】|讯】|報導[】〕］）)])|^[\p{Lu} ,.]{3,40}(?:\([^)]{2,20}\) )?[–—-] /u;

/** The beginning of a picture caption, which is not a title. */
const CAPTION =
  /^(?:[▲△▼↑↓]|[（(]?(?:圖為|图为|圖片說明|图片说明|圖說|資料圖|资料图|写真は|Photo:|Foto:|Caption:))/u;

const isHan = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
/** The limit that applies to the script of the text. */
const limit = (text: string, limits: { han: number; other: number }): number =>
  isHan(text.slice(0, limits.other)) ? limits.han : limits.other;

/** The text without a mark or label such as # or 标题： before it. */
export function withoutMarker(text: string): string {
  return text.replace(MARKER, '').trim();
}

function readsAsTitle(text: string): boolean {
  if (isDateLine(text) || DATELINE.test(text) || CAPTION.test(text)) return false;
  if (text.includes('\n') || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (MARKER.test(text)) return true;
  // 。 ends a sentence, never a title. A full stop may end an abbreviation in a title (Mr. T.).
  const sentence =
    /[。；;，,：:][”"」』]?$/u.test(text) || (/\.[”"]?$/u.test(text) && !/\b\p{Lu}\.$/u.test(text));
  return !sentence && text.length <= limit(text, LONGEST_TITLE);
}

/**
 * Makes a headline from a paragraph: its first sentence, if that is short enough. Otherwise as many clauses, or else
 * as many words, as fit.
 */
export function headlineFrom(paragraph: string): string {
  const text = withoutMarker(paragraph.slice(0, 1000).replace(/\s+/gu, ' '));
  const most = limit(text, LONGEST_MADE);
  if (text.length <= most) return text.replace(/[。.]$/u, '');
  const start = text.slice(0, most + 1);
  const ends = [
    /^[\s\S]*?(?:[。！？!?](?=[^”」』]|$)|(?<!\b\p{Lu}|\b\p{L}{2})\.(?=\s))/u,
    /^[\s\S]*(?=[，；：,;:、](?!\d))/u,
    /^[\s\S]*(?=\s)/u,
  ];
  for (const end of ends) {
    const found = end
      .exec(start)?.[0]
      .replace(/[。.]$/u, '')
      .trim();
    if (found !== undefined && found.length >= most / 6) return found;
  }
  // There is no word boundary. Cut after a whole code point, because a cut inside one would leave half a character.
  return [...start].slice(0, most).join('');
}

/**
 * Chooses the headline. If a paragraph near the top is a title, `paragraph` is its index, and the paragraph no longer
 * belongs to the body. Otherwise the headline is made from the first paragraph of prose, which stays in the body.
 * Undefined if there are no paragraphs.
 */
export function chooseHeadline(
  paragraphs: readonly string[],
): { headline: string; paragraph?: number } | undefined {
  const first = paragraphs[0];
  if (first === undefined) return undefined;
  for (const [at, text] of paragraphs.slice(0, NEAR_TOP).entries()) {
    if (paragraphs.length > 1 && readsAsTitle(text)) return { headline: withoutMarker(text), paragraph: at };
    // Only dates and captions may come before the title. After prose there is no title.
    if (!isDateLine(text) && !CAPTION.test(text)) break;
  }
  const prose = paragraphs.find((text) => !isDateLine(text) && !CAPTION.test(text)) ?? first;
  return { headline: headlineFrom(prose) };
}
