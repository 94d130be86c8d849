import { countUndecodable, decodeWithMarks } from './undecodable.ts';
import { encodingOfLanguage } from './encoding-of-language.ts';

/**
 * Detects the encoding of bytes without a declaration. Most bytes are valid in many legacy encodings, so validity is
 * not enough. The decoded text must look like a language: by its common words in encodings with one byte per
 * character, by its common characters in encodings with two bytes.
 */

/** How many bytes are examined. They are enough to decide, and the cost does not grow with the input. */
const SAMPLE_BYTES = 65_536;

/** The most common characters of Simplified Chinese. */
const HANS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
/** The most common characters of Traditional Chinese. */
const HANT =
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界台灣香港縣局';

const isCommon = (characters: string): ((character: string) => boolean) => {
  const set = new Set(characters + '，。、：；？！「」『』（）《》“”‘’　…—');
  return (character) => set.has(character);
};
const kana = (character: string): boolean => character >= '\u3041' && character <= '\u30ff';
// Half-width katakana are not included: GBK and Big5 bytes that are read as Shift_JIS become half-width katakana.
const hangul = (character: string): boolean => character >= '\uac00' && character <= '\ud7a3';

/**
 * The encodings with two bytes per character. The encoding with the highest share of typical characters is chosen; if
 * two shares are equal, the earlier encoding. `minShare` is the share of typical characters, among those that are not
 * ASCII, that the text must have.
 */
const CANDIDATES: readonly { encoding: string; typical: (character: string) => boolean; minShare: number }[] =
  [
    // Systems in mainland China write Simplified and Traditional Chinese in this encoding.
    { encoding: 'gb18030', typical: isCommon(HANS + HANT), minShare: 0.3 },
    { encoding: 'big5', typical: isCommon(HANT), minShare: 0.3 },
    { encoding: 'shift_jis', typical: kana, minShare: 0.25 },
    { encoding: 'euc-jp', typical: kana, minShare: 0.25 },
    { encoding: 'euc-kr', typical: hangul, minShare: 0.6 },
  ];

/** Damaged UTF-8 must have at least this many valid characters beyond ASCII for each invalid sequence of bytes. */
const MIN_VALID_PER_DAMAGE = 10;

/** Whether the bytes are damaged UTF-8. A text in a legacy encoding is never almost valid UTF-8. */
function isAlmostUtf8(bytes: Uint8Array): boolean {
  const text = decodeWithMarks(bytes, 'utf-8');
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return beyond >= countUndecodable(text) * (MIN_VALID_PER_DAMAGE + 1);
}

/**
 * Bytes that are also valid UTF-8 are taken for UTF-16 only if at least this share of their pairs has a NUL byte. In
 * an ASCII text in UTF-16, every pair has one.
 */
const MIN_NUL_SHARE = 0.5;

/**
 * Detects UTF-16 without a byte order mark. Each ASCII character in UTF-16 is a pair with a NUL byte, always on the
 * same side.
 */
function utf16(sample: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const isOneSided = even + odd > 0 && even * odd === 0;
  if (!isOneSided || (even + odd < (sample.length / 2) * MIN_NUL_SHARE && isUtf8(sample, true)))
    return undefined;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

/** Whether bytes are valid UTF-8. `isCut`: the bytes may end in the middle of a character. */
function isUtf8(bytes: Uint8Array, isCut = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

/** ISO-2022-JP is valid ASCII. Its escape sequences identify it (RFC 1468). */
function hasJapaneseEscapes(sample: Uint8Array): boolean {
  // eslint-disable-next-line no-control-regex -- this pattern searches for the escape character
  return /\u001b(?:\$[@B]|\([BJ])/.test(new TextDecoder('latin1').decode(sample));
}

/** The share of typical characters among those that are not ASCII; 0 if the bytes are invalid. */
function shareOfTypical(
  sample: Uint8Array,
  encoding: string,
  typical: (character: string) => boolean,
): number {
  // Invalid bytes do not throw, because the sample may end in the middle of a character. Later all bytes are decoded
  // strictly (decode.ts).
  const text = new TextDecoder(encoding).decode(sample);
  let beyond = 0;
  let hits = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    beyond++;
    if (typical(character)) hits++;
  }
  const invalid = text.split('\uFFFD').length - 1;
  return beyond === 0 || invalid > 1 + beyond / 1000 ? 0 : hits / beyond;
}

/** Whether the bytes are text in this encoding, which has two bytes per character: it has typical characters. */
export function isTextOf(bytes: Uint8Array, encoding: string): boolean {
  const name = encoding === 'gbk' ? 'gb18030' : encoding;
  const candidate = CANDIDATES.find((one) => one.encoding === name);
  if (candidate === undefined) return false;
  return shareOfTypical(bytes.subarray(0, SAMPLE_BYTES), name, candidate.typical) >= candidate.minShare;
}

/** The WHATWG name of the encoding. Undefined if the bytes are not text in any known encoding. */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = bytes.length % 2 === 0 ? utf16(sample) : undefined;
  if (wide) return wide;
  if (hasJapaneseEscapes(sample)) return 'iso-2022-jp';
  if (isUtf8(bytes)) return 'utf-8';
  // UTF-16 was recognised before, and no legacy encoding has NUL bytes, so these bytes are not text.
  if (sample.includes(0)) return undefined;
  if (isAlmostUtf8(bytes)) return 'utf-8';
  const ofLanguage = encodingOfLanguage(bytes);
  return ofLanguage ?? asianEncodingOf(bytes);
}

/** The encoding with two bytes per character whose typical characters the text has. */
export function asianEncodingOf(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let best: { encoding: string; share: number } | undefined;
  for (const { encoding, typical, minShare } of CANDIDATES) {
    const share = shareOfTypical(sample, encoding, typical);
    if (share >= minShare && share > (best?.share ?? 0)) best = { encoding, share };
  }
  return best?.encoding;
}
