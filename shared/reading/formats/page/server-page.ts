import { lineOfText } from '../../../domain/text.ts';
import { type Draft, type Drafted, inDoubt, rejected } from '../../draft/draft.ts';
import { ERROR_TITLE, GATE_TITLE } from './server-phrases.ts';
import {
  ATTRIBUTION,
  CERTAIN_SENTENCE,
  GATE_MARKUP,
  SERVER_SENTENCE,
  SERVER_TEXT,
} from './server-sentences.ts';

/** A text with at least this many characters may be a story. Readability first tries the same limit. */
const STORY_CHARACTERS = 500;
/** A plain answer of a server, without a page around it, has at most this many characters. */
const ANSWER_CHARACTERS = 400;

/**
 * Rejects (PAGE_KIND) what a website shows instead of an article: an error page, a robot check, a login, a consent
 * notice, a notice about maintenance, or a page without any text. If a story may have the same title, the article is
 * stored in doubt (STATUS_UNKNOWN). A story about an error page has a longer title, or says who said what.
 * `source`: the document as it was sent.
 */
export function refuseServerPage(drafted: Drafted, source: string): Drafted {
  if (!drafted.ok || drafted.draft.pubstatus === 'canceled') return drafted;
  const { draft } = drafted;
  const found = judge(draft, source);
  if (found === undefined) return drafted;
  const { why, isSure } = found;
  if (!isSure) return { ok: true, draft: inDoubt(draft, 'STATUS_UNKNOWN', `may be no article: ${why}`) };
  const { declaredId } = draft;
  return { ...rejected('PAGE_KIND', why), ...(declaredId !== undefined && { declaredId }) };
}

interface Verdict {
  why: string;
  /** Whether no story can look like this. */
  isSure: boolean;
}

function judge({ content, versioncreated }: Draft, source: string): Verdict | undefined {
  const { headline, body, associations, bylines } = content;
  const text = lineOfText(body.replace(/<[^<>]*>/g, ' '));
  const isInPage = /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(source.slice(0, 4096));
  const quoted = headline.slice(0, 60);
  if (isInPage && text === '' && associations.length === 0)
    return { why: 'the page has no text', isSure: true };
  const isDated = content.firstcreated !== undefined || versioncreated !== undefined;
  const isAttributed = ATTRIBUTION.test(text.slice(0, 5000));
  const isReport = isDated || bylines.length > 0 || isAttributed;
  const isLong = text.length >= STORY_CHARACTERS;
  const title = titleOf(headline);
  // Most articles end here. The search for sentences is slow.
  if (title === undefined && (isLong || isAttributed)) return undefined;
  const { share, isCertain } = serverSentences(text);
  if (title !== undefined) {
    const why = `${title.kind}: ${quoted}`;
    if (!title.isWhole && (isLong || isReport)) return undefined;
    return { why, isSure: !isLong && !isReport && (!title.isWeak || share > 0 || text === '') };
  }
  if (isReport && share < 1) return undefined;
  if (!isInPage) {
    const isAnswer = text.length + quoted.length <= ANSWER_CHARACTERS && SERVER_TEXT.test(source.trim());
    return isAnswer ? { why: `an answer of a server: ${quoted}`, isSure: true } : undefined;
  }
  if (share < 0.5) return undefined;
  const why = `an error page or a page that asks for something first: ${quoted}`;
  return { why, isSure: !isReport && (isCertain || GATE_MARKUP.test(source)) };
}

/** What stands between a title and the name of the site. */
const TITLE_PART =
  /\s[|–—·•»:-]\s|[|｜丨]|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[-_－]/u;
/** A single word, such as `Conflict` or `Error`, may also be the beginning of the title of a story. */
const WEAK = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;

/** Whether the headline, or a part of it beside the name of the site, is the title of an error page or a gate. */
function titleOf(headline: string): { kind: string; isWhole: boolean; isWeak: boolean } | undefined {
  const kindOf = (title: string): string | undefined => {
    if (ERROR_TITLE.test(title)) return 'an error page';
    return GATE_TITLE.test(title) ? 'a page that asks for something first' : undefined;
  };
  const short = headline.slice(0, 200);
  const whole = kindOf(short);
  if (whole !== undefined) return { kind: whole, isWhole: true, isWeak: WEAK.test(short.trim()) };
  for (const part of short.split(TITLE_PART).map((each) => each.trim())) {
    const kind = WEAK.test(part) ? undefined : kindOf(part);
    if (kind !== undefined) return { kind, isWhole: false, isWeak: false };
  }
  return undefined;
}

/**
 * The share of the sentences of a text that are those of an error page or a gate. `isCertain`: at least two of them are,
 * or one is that stands on no other page.
 */
function serverSentences(text: string): { share: number; isCertain: boolean } {
  const sentences = text
    .slice(0, 2000)
    .split(/(?<=[.!?。！？])\s*/u)
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
  const found = sentences.filter((sentence) => SERVER_SENTENCE.test(sentence));
  const share = sentences.length === 0 ? 0 : found.length / sentences.length;
  return { share, isCertain: found.length > 1 || found.some((sentence) => CERTAIN_SENTENCE.test(sentence)) };
}
