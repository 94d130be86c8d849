import { kindOfName, plainName } from '../item/signs.ts';
import { answerOf, statusOf } from '../item/status.ts';

/** The front matter of a document and the text after it. */
export interface SplitDocument {
  matter?: string;
  body: string;
  /** What is wrong with the lines around the front matter; absent if nothing is. */
  note?: string;
}

/** Front matter ends within this many characters, or it does not end. */
const MAX_MATTER = 400_000;

/** The lines that begin and end front matter, in the forms that static site generators read. */
const FENCES: readonly { open: RegExp; close: RegExp; toYaml?: (matter: string) => string }[] = [
  { open: /^\s*\+\+\+[ \t]*\r?\n/, close: /^\+\+\+[ \t]*\r?$/m, toYaml: fromToml },
  { open: /^\s*---[ \t]*\r?\n/, close: /^(?:---|\.\.\.)[ \t]*\r?$/m },
  { open: /^\s*;;;[ \t]*\r?\n/, close: /^;;;[ \t]*\r?$/m, toYaml: (matter) => `{${withoutBraces(matter)}}` },
  { open: /^\s*(?=\{[ \t]*\r?\n)/, close: /^\}[ \t]*(?=\r?$)/m, toYaml: (matter) => `${matter}}` },
  { open: /^\s*(?=\{[^\n]{0,8000}\}[ \t]*\r?\n)/, close: /$/m },
  { open: /^\s*<!--[ \t]*\r?\n/, close: /^[ \t]*-->[ \t]*\r?$/m, toYaml: withoutDots },
];

/** Lines that people write in place of the line that begins or ends front matter. */
const ODD_FENCE =
  /^[ \t]{0,8}(?:-{2,80}|[—–]{1,40}-?|\+{2,80}|;{2,80}|\*{3,80}|={3,80}|~{3,80}|_{3,80}|\.{3}|`{3}\s?\w{0,8})[ \t]*\r?$/;

/** A line with a key and a value, as YAML, TOML and people write it. */
const KEY_LINE =
  /^[ \t]{0,8}(?:[-*.#]{1,2} |#\+|:)?["']?(?<key>[\p{L}_$][\p{L}\p{M}\p{N}_. -]{0,40})["']?[ \t]{0,9}[:：=](?!\/\/)(?<value>.*)$/u;

/** A line between two fences that shows that they are not thematic breaks of Markdown. */
const FENCED_KEY =
  /^[ \t]{0,8}(?:\.\. |- |\{[ \t]?)?["']?[\p{L}_$][\p{L}\p{M}\p{N}_-]{0,40}["']?[ \t]{0,9}[:：=](?!\/\/)/mu;

/** Keys that most front matter has, as plain names. */
const USUAL_KEY =
  /^(?:title|headline|date|authors?|byline|by|slug|tags?|keywords|categor(?:y|ies)|layout|summary|description|excerpt|lang|language|locale|id|url|image|section|updated|lastmod|permalink|titel|datum|autor|titre|auteur|titulo|fecha|标题|標題|タイトル|日付|작성자|제목|заголовок|дата|автор)$/u;

/**
 * Separates front matter from the text of a document. If the line that begins or ends it is missing or odd, the lines
 * with keys at the top are front matter nevertheless, so that no such line becomes text of the article.
 */
export function splitFrontMatter(document: string): SplitDocument {
  const text = document.replace(/\r(?!\n)/g, '\n');
  const start = text.slice(0, MAX_MATTER);
  for (const { open, close, toYaml } of FENCES) {
    const opened = open.exec(start.slice(0, 9000))?.[0];
    const closed = opened === undefined ? undefined : close.exec(start.slice(opened.length));
    if (opened === undefined || !closed) continue;
    const matter = start.slice(opened.length, opened.length + closed.index);
    // Without a key between them, the two lines are Markdown: a thematic break and the underline of a heading.
    if (!FENCED_KEY.test(matter)) continue;
    const body = text.slice(opened.length + closed.index + closed[0].length);
    return { matter: toYaml?.(matter) ?? matter, body };
  }
  return withoutFence(text, start);
}

/** Finds front matter without its usual fences: lines with keys at the top, before the first blank line or odd fence. */
function withoutFence(text: string, start: string): SplitDocument {
  const lines = start.slice(0, 20_000).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const titled = belowTitle(lines, first);
  if (titled !== undefined) return titled(text);
  const isOpened = ODD_FENCE.test(lines[first] ?? '');
  const from = isOpened ? first + 1 : first;
  if (first === -1 || (lines[from] ?? '').trim() === '') return { body: text };
  let to = from;
  while (to < lines.length && isPart(lines[to] ?? '', to > from)) to++;
  if (!isMatter(lines.slice(from, to), isOpened)) return { body: text };
  const isClosed = ODD_FENCE.test(lines[to] ?? '');
  const length = lines.slice(0, isClosed ? to + 1 : to).join('\n').length;
  const note = `the line that ${isOpened ? 'ends' : 'begins'} the front matter is missing or not as usual`;
  const matter = lines.slice(from, to).join('\n');
  return { matter: asYaml(matter), body: text.slice(length), note };
}

/** A line of AsciiDoc or reStructuredText: `:status: draft`. */
const FIELD_LINE = /^:[\p{L}_!][\p{L}\p{M}\p{N}_ -]{0,40}:(?:[ \t]|\r?$)/u;

/**
 * Front matter below the title, as AsciiDoc (`= Title`) and reStructuredText (a title with a line of signs under it)
 * have it. Undefined if there is none, or if none of its keys is one that front matter has.
 */
function belowTitle(lines: readonly string[], first: number): ((text: string) => SplitDocument) | undefined {
  const [title = '', under = ''] = lines.slice(Math.max(0, first), first + 2).map((line) => line.trim());
  const isAsciiDoc = /^= \S/.test(title);
  if (first === -1 || !(isAsciiDoc || /^([=#*~^"+-])\1{2,200}$/.test(under))) return undefined;
  let from = first + (isAsciiDoc ? 1 : 2);
  // AsciiDoc may have a line with authors and one with a revision between the title and the fields.
  while (
    from < first + 5 &&
    !FIELD_LINE.test(lines[from] ?? '') &&
    (isAsciiDoc || lines[from]?.trim() === '')
  )
    from++;
  let to = from;
  while (FIELD_LINE.test(lines[to] ?? '')) to++;
  const keys = lines.slice(from, to).map((line) => /^:([^:]{1,42}):/.exec(line)?.[1] ?? '');
  if (!keys.some((key) => kindOfName(key) !== undefined || USUAL_KEY.test(plainName(key)))) return undefined;
  const matter = asYaml(lines.slice(from, to).join('\n'));
  const hasTitle = keys.some((key) => plainName(key) === 'title');
  const written = `title: ${JSON.stringify(title.replace(/^= /, ''))}\n`;
  return (text) => ({
    matter: hasTitle ? matter : `${written}${matter}`,
    body: text.slice(lines.slice(0, to).join('\n').length),
  });
}

/** Whether a line belongs to front matter: a key with a value, a comment, or the continuation of a line above. */
function isPart(line: string, hasKey: boolean): boolean {
  if (line.trim() === '' || ODD_FENCE.test(line)) return false;
  return KEY_LINE.test(line) || (hasKey && /^(?:[ \t]|- |["'\]}])/.test(line));
}

/**
 * Whether lines are front matter and not text. Lines of text may have a colon too, so a key must be one that front
 * matter usually has, and at least two lines have keys. One line is enough if it says that the article is a draft.
 */
function isMatter(lines: readonly string[], isOpened: boolean): boolean {
  const pairs = lines.flatMap((line) => {
    const { key, value = '' } = KEY_LINE.exec(line)?.groups ?? {};
    return key === undefined ? [] : [{ key, value: value.trim() }];
  });
  const isSign = ({ key, value }: { key: string; value: string }): boolean =>
    kindOfName(key) !== undefined &&
    (answerOf(value) !== undefined || statusOf(value) !== 'unknown' || /\d/.test(value));
  const known = pairs.filter(({ key }) => kindOfName(key) !== undefined || USUAL_KEY.test(plainName(key)));
  const hasOneWord = known.some(({ key }) => !/\s/.test(key.trim()));
  if (pairs.some(isSign)) return hasOneWord;
  return hasOneWord && known.length >= (isOpened ? 1 : 2);
}

/** JSON front matter between `;;;` lines may be without its braces. */
const withoutBraces = (json: string): string => json.trim().replace(/^\{/, '').replace(/\}$/, '');

/** Lines with keys as YAML: `key = value` is TOML, `#+key: value` is Org. */
function asYaml(matter: string): string {
  const isToml = /^[\w"'-]{1,40}[ \t]{0,9}=/.test(matter.trimStart());
  return withoutDots(isToml ? fromToml(matter) : matter.replace(/^#\+/gm, ''));
}

/** Metadata in a comment has two dots before each key (`.. title: …`), or none; fields have a colon (`:title: …`). */
function withoutDots(matter: string): string {
  return matter.replace(/^[ \t]{0,8}\.\.[ \t]/gm, '').replace(/^:(?=[^:\n]{1,42}:)/gm, '');
}

/**
 * Rewrites TOML as YAML. Only the pairs before the first table are kept, because a table contains settings of the
 * sender's website; but a pair of a table that says something about publication is kept too. Strings, lists, dates and
 * Booleans are written the same way in both formats (toml.io, version 1.0). Other TOML values give YAML that cannot be
 * read.
 */
function fromToml(toml: string): string {
  const [pairs = ''] = toml.split(/^[ \t]*\[(?=[\w.[ "'-]{1,60}\][ \t\]]*\r?$)/m, 1);
  const tables = toml.slice(pairs.length).split('\n');
  const signs = tables.filter((line) => {
    const key = KEY_LINE.exec(line)?.groups?.['key'];
    return key !== undefined && kindOfName(key) !== undefined;
  });
  const kept = signs.length === 0 ? pairs : `${pairs}\n${signs.map((line) => line.trim()).join('\n')}\n`;
  return kept.replace(/^([ \t]*["']?[\w-]{1,40}["']?)[ \t]{0,9}=[ \t]*/gm, '$1: ');
}
