/**
 * Kinds of text that programs read and people do not: source code, settings, logs. They come as plain text by mistake,
 * and no line of them is a story. A story that quotes code begins with a sentence.
 */
export const SOURCE_CODE: readonly { name: string; is: (start: string, text: string) => boolean }[] = [
  { name: 'a file in Base64', is: (_, text) => isBase64(text) },
  {
    name: 'a patch',
    is: (start) =>
      /^\s{0,20}(?:diff --git a\/|Index: \S{1,200}\r?\n={20}|--- \S{1,300}[^\n]{0,60}\n\+\+\+ \S)/.test(
        start,
      ),
  },
  { name: 'a style sheet (CSS)', is: isStyleSheet },
  { name: 'a program in JavaScript', is: isScript },
  { name: 'commands for a database (SQL)', is: isSql },
  {
    name: 'rules for search engines (robots.txt)',
    is: (start) =>
      /^\s{0,20}(?:#[^\n]{0,200}\n\s{0,20})?user-agent:[^\n]{0,100}\n(?:allow|disallow|crawl-delay|user-agent):/i.test(
        start,
      ),
  },
  { name: 'a playlist (M3U)', is: (start) => /^\s{0,20}#EXTM3U/.test(start) },
  {
    name: 'settings of a program (YAML)',
    is: (start) => /^\s{0,20}(?:---\s{1,5})?apiVersion: \S{1,60}\s{1,5}kind: [A-Z]/.test(start),
  },
  { name: 'a log file', is: isLog },
];

/** The longest text that may be one of these files and nothing else, in lines that are looked at. */
const MOST_LINES = 50;

function linesOf(text: string): string[] {
  return text
    .slice(0, 8192)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}

/** Long lines without spaces, of letters of both cases and digits, and nothing else. */
function isBase64(text: string): boolean {
  const lines = linesOf(text);
  const whole = lines.join('');
  const isLong = whole.length >= 60 && lines.slice(0, -1).every((line) => line.length >= 40);
  return (
    isLong &&
    /^[A-Za-z\d+/]{60,}={0,2}$/.test(whole) &&
    [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(whole))
  );
}

function isStyleSheet(start: string, text: string): boolean {
  const begin = start.trimStart();
  const isRule =
    /^(?:\/\*[^*]{0,500}\*\/\s{0,20})?(?:@(?:charset|import|media|font-face|namespace|layer)\b|[.#:*@\w[][^{}\n;]{0,120}\{\s{0,40}(?:--)?[a-z-]{2,40}\s{0,5}:)/.test(
      begin,
    );
  return isRule && /[};]$/.test(text.trimEnd().slice(-10)) && /\{[^{}]{0,2000}\}/.test(start);
}

const SCRIPT =
  /^(?:\/\*[^*]{0,500}\*\/\s{0,20})?(?:[;!(]{1,2}function\b|\(\s{0,5}\(\s{0,5}\)\s{0,5}=>|["']use strict["']|(?:var|let|const) [\w$]{1,60}\s{0,5}=|function [\w$]{1,60}\s{0,5}\(|import [\w${}*, ]{1,200} from ["']|export (?:default|const|function|class)\b|window\.[\w$]{1,60}|define\(\[|module\.exports\b)/;

function isScript(start: string, text: string): boolean {
  return SCRIPT.test(start.trimStart()) && /[;})]$/.test(text.trimEnd().slice(-10));
}

function isSql(start: string, text: string): boolean {
  const isCommand =
    /^(?:--[^\n]{0,200}\s{1,5}){0,9}(?:INSERT INTO |CREATE (?:TABLE|DATABASE|INDEX) |DROP TABLE |ALTER TABLE |UPDATE \S{1,60} SET |DELETE FROM |SELECT [^;\n]{1,300} FROM )/.test(
      start.trimStart(),
    );
  return isCommand && text.trimEnd().endsWith(';');
}

/** A line of a log: a time and a level. */
const LOGGED =
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[^\s\]]{0,12}\]? \[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b/i;
/** A line of the log of a web server (common log format). */
const REQUESTED = /^\S{3,60} \S{1,60} \S{1,60} \[[^\]]{10,40}\] "[A-Z]{3,8} \S{1,500} HTTP\//;

function isLog(start: string): boolean {
  const lines = linesOf(start);
  const logged = lines.filter((line) => LOGGED.test(line) || REQUESTED.test(line)).length;
  return logged >= 2 && logged * 2 > lines.length;
}
