import { SOURCE_CODE } from './source-code.ts';

/** How many characters at the start of a text are looked at. */
const START = 8192;

/** What the sender of a transmission can do. */
const SEND = 'Send the story itself as text, HTML, ninjs, NITF or NewsML';

/**
 * The name of the kind of transmission that a text is, and what its sender can do. A transmission is a message between
 * computers with a story in it: a wire message (IPTC 7901, ANPA 1312), an e-mail, an HTTP message. Its headers are no
 * text to publish; it has no id that stays the same, so a correction or a kill could not be matched with the story it
 * is about. It is therefore refused, and never published as plain text. Undefined for every other text.
 */
export function transmissionOf(text: string): string | undefined {
  const start = text.slice(0, START);
  const kind = KINDS.find(({ is }) => is(start, text))?.name;
  return kind === undefined ? undefined : `${kind}. ${SEND}`;
}

const KINDS: readonly { name: string; is: (start: string, text: string) => boolean }[] = [
  { name: 'an ANPA 1312 transmission', is: isAnpa },
  { name: 'an IPTC 7901 transmission', is: isIptc7901 },
  { name: 'a telex transmission (ZCZC … NNNN)', is: (start) => /^\s{0,20}ZCZC(?:[\s\d]|$)/.test(start) },
  { name: 'an e-mail message', is: isMail },
  { name: 'an HTTP message', is: (start) => HTTP.test(start) },
  { name: 'form data (multipart)', is: (start) => MULTIPART.test(start) },
  { name: 'a calendar (iCalendar)', is: (start) => /^\s{0,20}BEGIN:VCALENDAR\s/.test(start) },
  { name: 'a business card (vCard)', is: (start) => /^\s{0,20}BEGIN:VCARD\s/.test(start) },
  { name: 'subtitles (WebVTT)', is: (start) => /^\s{0,20}WEBVTT(?:\s|$)/.test(start) },
  { name: 'subtitles (SubRip)', is: (start) => /^\s{0,20}1\r?\n\d\d:\d\d:\d\d,\d{3} --> /.test(start) },
  {
    name: 'a signed message (PGP)',
    is: (start) => /^\s{0,20}-----BEGIN (?:PGP|CERTIFICATE|[A-Z ]{0,20}PRIVATE KEY)/.test(start),
  },
  { name: 'a program in PHP', is: (start) => /^\s{0,20}(?:<\?php\s|#!\/)/.test(start) },
  ...SOURCE_CODE,
];

const HTTP =
  /^\s{0,20}(?:HTTP\/[\d.]{1,3} \d{3}|(?:GET|POST|PUT|PATCH|DELETE|HEAD) \/\S{0,500} HTTP\/[\d.]{1,3})/;
const MULTIPART = /^\s{0,20}--[^\s]{4,100}\r?\nContent-(?:Disposition|Type):/i;

/**
 * The first line of an IPTC 7901 message (IPTC Recommendation 7901, section 4): the letters of the source and the
 * number of the message, priority, category, number of words and, optionally, more information:
 * `xyz042 4 e 211 wire 061`.
 */
const IPTC_HEADER = /^[a-z]{2,5}[ -]?\d{2,5} [1-9] [a-z]{1,4} {1,4}\d{1,5}(?: [^\r\n]{0,80})?$/im;

/** Control characters of both formats: start of header, start and end of text, end of transmission, SYN. */
// eslint-disable-next-line no-control-regex -- these control characters frame a transmission
const FRAME = /^[\s\u0000]{0,40}(?:\u0016{0,10}\u0001|\u0016\u0016)|^\s{0,40}\u0002/u;
// eslint-disable-next-line no-control-regex -- as above
const TEXT_START = /^\u0002/mu;
// eslint-disable-next-line no-control-regex -- as above
const TEXT_END = /^\u0003/mu;
// eslint-disable-next-line no-control-regex -- as above
const CONTROLS = /[\u0000-\u0006\u0010-\u0017\u001C-\u001F]/gu;

function isIptc7901(start: string, text: string): boolean {
  const lines = linesOf(start);
  const [header = ''] = lines;
  if (IPTC_HEADER.test(header)) return true;
  // Without a header of this form, the control characters of a frame still show that it is a transmission.
  return FRAME.test(start) || (TEXT_START.test(start) && TEXT_END.test(text));
}

/** Lines without control characters, and without those that are blank. */
function linesOf(start: string): string[] {
  return start
    .split(/[\r\n]+/u)
    .map((line) => line.replace(CONTROLS, ' ').replace(/ {2,}/gu, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, 12);
}

/**
 * The header of an ANPA 1312 message (ANPA Computer-to-computer transmission, 1989): after SYN SYN SOH the letter of
 * the service and the number of the story (`a0042`), a selector; then priority, category, format, the keyword slug
 * with its version (`bc-ferry 1stld-writethru`), month and day, and the number of words.
 */
const ANPA_NUMBER = /^[a-z]\d{4}(?: [a-z\d-]{2,12})?$/i;
const ANPA_SLUG =
  /^(?:[burdsfa] [a-z] )?(?:bc|am|pm|ap|us|eu|ml)-{1,2}[\p{L}\d'&.,:/-]{1,60}(?:[ ,][^\r\n]{0,60}?)?[ ,]{1,4}(?:\d\d-\d\d[ ,]{1,4})?\d{3,5}$/iu;
const ANPA_DATED = /^[burdsfa] [a-z] [^\r\n]{2,60} \d\d-\d\d \d{3,5}$/i;
/** `bc-`, "both cycles", stands only in slugs: here without the version and date. */
const ANPA_SHORT = /^bc-{1,2}[\p{L}\d'&./-]{2,40}[ ,]{1,3}\d{3,4}$/iu;
/** A line that begins with the sign for a centred or flush-left line, as headlines and bylines have it. */
const ANPA_MARK = /^[\^]\S[^\r\n]{0,200}(?:[<=@]|$)/u;

function isAnpa(start: string): boolean {
  // eslint-disable-next-line no-control-regex -- as above
  if (/^\s{0,20}\u0016{1,10}\u0001?[a-z]\d{3,4}\u001F/iu.test(start)) return true;
  const lines = linesOf(start);
  const header = lines.slice(0, 4);
  const hasSlug = header.some((line) => ANPA_SLUG.test(line) || ANPA_DATED.test(line));
  if (header.some((line) => ANPA_SHORT.test(line))) return true;
  const isNumbered = ANPA_NUMBER.test(lines[0] ?? '');
  const marks = lines.filter((line) => ANPA_MARK.test(line)).length;
  return (
    (hasSlug && (isNumbered || marks > 0 || header.some(isWholeHeader))) ||
    (isNumbered && marks > 0) ||
    marks > 1
  );
}

const isWholeHeader = (line: string): boolean => ANPA_DATED.test(line) || /^[burdsfa] [a-z] \S/i.test(line);

/** Names of header fields that only mail programs and mail servers write. */
const MAIL_ONLY =
  /^(?:return-path|received|delivered-to|message-id|mime-version|content-transfer-encoding|x-mailer|x-originating-ip|x-spam-\w{1,20}|dkim-signature|authentication-results|arc-seal|in-reply-to|references|envelope-to|list-(?:id|unsubscribe))$/i;
/** Names of header fields that a person can read, in the languages of mail programs. */
const FROM = /^(?:from|von|de|da|van|от|от кого|發件人|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|من)$/iu;
const OTHERS =
  /^(?:to|an|à|para|a|aan|кому|收件人|收件者|宛先|받는 ?사람|إلى|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|主題|主题|主旨|件名|제목|الموضوع|date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|дата|отправлено|日期|日時|送信日時|寄件日期|发送时间|날짜|보낸 ?날짜|cc|bcc|kopie|copie|reply-to|antwort an)$/iu;
const FORWARDED =
  /^(?:-{2,20} ?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|mensagem original|исходное сообщение|пересланное сообщение|原始郵件|原始邮件|轉寄的郵件|转发的邮件|元のメッセージ|転送メッセージ|원본 메시지) ?-{0,20}|begin forwarded message:)$/iu;
const FIELD = /^([\p{L}][\p{L}\p{N} -]{0,40}?)\s?[:：]/u;

/**
 * Whether a text begins with the header of an e-mail (RFC 5322 section 2.2): lines with names, one of which only mail
 * programs write, or a sender with a recipient, subject or date, as a forwarded message has them.
 */
function isMail(start: string): boolean {
  const lines = start
    .trimStart()
    .split(/\r\n?|\n/u)
    .slice(0, 80);
  if (/^From \S+@\S+ .{10,60}\d{4}/.test(lines[0] ?? '')) return true;
  const first = lines.findIndex((line) => !FORWARDED.test(line.trim()) && line.trim() !== '');
  const isForwarded = first > 0;
  const names: string[] = [];
  for (const line of lines.slice(Math.max(0, first))) {
    // A line that begins with white space continues the field before it.
    if (/^[ \t]\S/.test(line) && names.length > 0) continue;
    const name = FIELD.exec(line)?.[1]?.trim();
    if (line.trim() === '' || name === undefined) break;
    names.push(name);
  }
  const own = names.filter((name) => MAIL_ONLY.test(name)).length;
  const hasSender = names.some((name) => FROM.test(name));
  const others = names.filter((name) => OTHERS.test(name)).length;
  if (own > 0 && (names.length > 1 || own > 1)) return true;
  return hasSender && (others > 1 || (isForwarded && others > 0));
}
