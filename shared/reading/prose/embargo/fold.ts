/** Accents of Latin, Greek and Cyrillic letters, the vowel signs of Arabic and Hebrew, and the Arabic tatweel. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670\u0640]/gu;

/** Letters that Unicode does not take apart. */
const LETTERS = new Map(
  Object.entries({ ß: 'ss', ø: 'oe', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', ى: 'ي', ک: 'ك', ی: 'ي' }),
);
const APART = /[ßøæœłđıىکی]/gu;

/** A text of ASCII characters without a grave accent. Most lines of English are, and need no normalisation. */
const PLAIN = /^[\t\n\r -_a-~]*$/;

/** Lower case without accents, so that a phrase is found however it is written. */
export function foldedLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(APART, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/[’‘ʼ`´]/gu, "'");
}

/** Characters that are not shown, such as directional marks and joiners. */
const NOT_SHOWN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u061C]/gu;

/** A word with blanks or points between its letters: E M B A R G O. */
const SPACED_OUT = /(?<![\p{L}\p{M}])(?:\p{L}[ .·-]){4,20}\p{L}(?![\p{L}\p{M}])/gu;

/** The digits of Arabic, Persian and Hindi, in which the last four bits of the code are the value. */
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]|[\u0966-\u096F]/gu;
const digit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return String(code >= 0x966 ? code - 0x966 : code & 0xf);
};

/** The line in one spelling: compatibility forms, quotes and marks for emphasis do not matter. Case is kept. */
export function plainLine(text: string): string {
  const shown = PLAIN.test(text)
    ? text
    : text.normalize('NFKC').replace(NOT_SHOWN, '').replace(DIGITS, digit);
  return shown
    .replace(/[*_=~#•■◆●▶►※★☆◎+]{3,}|[■◆●▶►※★☆◎•]/gu, ' | ')
    .replace(/[*_~#]+/gu, ' ')
    .replace(SPACED_OUT, (letters) => letters.replace(/[ .·-]/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim();
}
