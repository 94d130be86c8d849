import { isDateLine } from '../dates/date-line.ts';

/** The longest first paragraph that still reads as a title, in characters: Han ones say more each. */
const LONGEST_TITLE = { han: 60, other: 160 };

/** A headline made from prose. */
const LONGEST_MADE = { han: 40, other: 90 };

/** Paragraphs looked at for a title; what stands further down is not one. */
const NEAR_TOP = 3;

const MARKER =
  /^(?:#{1,6}\s+|[【[]?(?:標題|标题|原標題|原标题|題目|题目|タイトル|見出し)[】\]]?\s*[:：]\s*|(?:title|headline|título|titular|titel|überschrift|titre)\s*:\s+)/iu;

/** 新華社北京4月13日電, 本報訊, BERLIN (dpa) –: prose begins. */
const DATELINE =
  /^[【（(〔［]?\s?[^。，]{0,16}(?:\d{1,2}日(?:電|电|訊|讯|專電|专电)|本報訊|本报讯|本網訊|本网讯|專訊】|报讯|報訊|訊】|讯】|報導[】〕］）)])|^[\p{Lu} ,.]{3,40}(?:\([^)]{2,20}\) )?[–—-] /u;

const CAPTION =
  /^(?:[▲△▼↑↓]|[（(]?(?:圖為|图为|圖片說明|图片说明|圖說|資料圖|资料图|写真は|Photo:|Foto:|Caption:))/u;

const isHan = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
const limit = (text: string, limits: { han: number; other: number }): number =>
  isHan(text.slice(0, limits.other)) ? limits.han : limits.other;

/** The text without 标题：, # and the like before it. */
export function withoutMarker(text: string): string {
  return text.replace(MARKER, '').trim();
}

function readsAsTitle(text: string): boolean {
  if (isDateLine(text) || DATELINE.test(text) || CAPTION.test(text)) return false;
  if (text.includes('\n') || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (MARKER.test(text)) return true;
  // 。 ends a sentence and no title; a Latin full stop may close a title's abbreviation, but not a long line.
  const sentence =
    /[。；;，,：:][”"」』]?$/u.test(text) || (/\.[”"]?$/u.test(text) && !/\b\p{Lu}\.$/u.test(text));
  return !sentence && text.length <= limit(text, LONGEST_TITLE);
}

/** The first sentence of a paragraph, else its first clauses, else whole words, never longer than the limit. */
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
  // No boundary at all: by code points, so that no character is halved.
  return [...start].slice(0, most).join('');
}

/**
 * Which paragraph is the headline: the index of one that reads as a title and leaves the body, or a text made from
 * the first, which then stays. Undefined if there is no text.
 */
export function chooseHeadline(
  paragraphs: readonly string[],
): { headline: string; takes?: number } | undefined {
  const first = paragraphs[0];
  if (first === undefined) return undefined;
  for (const [at, text] of paragraphs.slice(0, NEAR_TOP).entries()) {
    if (paragraphs.length > 1 && readsAsTitle(text)) return { headline: withoutMarker(text), takes: at };
    // Only what cannot be a title may stand before one; prose means that there is none.
    if (!isDateLine(text) && !CAPTION.test(text)) break;
  }
  const prose = paragraphs.find((text) => !isDateLine(text) && !CAPTION.test(text)) ?? first;
  return { headline: headlineFrom(prose) };
}
