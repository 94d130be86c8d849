import { EAST_ASIAN } from './east-asian.ts';
import { ENGLISH } from './english.ts';
import { FINNISH_TO_VIETNAMESE } from './finnish-to-vietnamese.ts';
import { FURTHER_LANGUAGES } from './further-languages.ts';
import { GERMANIC } from './germanic.ts';
import type { HoldWords } from './hold-words.ts';
import { PLAIN_REQUESTS } from './plain-requests.ts';
import { RIGHT_TO_LEFT_AND_HINDI } from './right-to-left-and-hindi.ts';
import { ROMANCE } from './romance.ts';
import { SLAVIC } from './slavic.ts';
import { WAITING } from './waiting.ts';
import { WITHDRAWING } from './withdrawing.ts';

/**
 * The words of all languages. A line is searched for all of them, because a sender may write to editors in another
 * language than the story has, and the language of a short text may be wrong.
 */
export const HOLD_WORDS: readonly Partial<HoldWords>[] = [
  ENGLISH,
  ...GERMANIC,
  ...ROMANCE,
  ...SLAVIC,
  ...FINNISH_TO_VIETNAMESE,
  ...RIGHT_TO_LEFT_AND_HINDI,
  ...EAST_ASIAN,
  ...WITHDRAWING,
  ...WAITING,
  ...FURTHER_LANGUAGES,
  ...PLAIN_REQUESTS,
];
