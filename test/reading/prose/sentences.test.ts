import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../shared/reading/prose/sentences.ts';

/** In each text, a bar (|) marks where `sentencesOf` must end a sentence. */
describe('a text is split into its complete sentences', () => {
  test.each([
    ['en', 'Dr. Roe arrived at 9 p.m. on Monday.| She left early.'],
    ['en', 'It cost $4.2 million.| The town paid.'],
    ['en', 'J. Doe of the U.S. Coast Guard, No. 4 Station, said so.| Nobody else did.'],
    ['en', '“Why?” he asked.| “Because.”| Nobody laughed.'],
    ['en', 'He said it (twice!) and left.| Then it rained…| It stopped.'],
    ['en', 'See www.example.com for more.| Bring boots.'],
    ['en', 'Acme Inc. Chairman John Doe resigned.| Shares fell.'],
    ['de', 'Am 13. April tagte der Rat, z. B. über die Brücke.| Dr. Mustermann fehlte.'],
    ['de', 'Unter Ludwig XIV. Zeiten war das anders.| Heute nicht.'],
    ['de', 'Das kostet ca. 4,8 Mio. Euro bzw. die Hälfte.| „Zu viel“, sagte sie.'],
    ['de', 'Im Jahr 2023.| Danach nicht mehr.'],
    ['es', 'La Sra. Pérez vive en la Avda. del Puerto, p. ej. en verano.| ¿Y en invierno?| ¡No!'],
    ['es', 'EE. UU. firmó el acuerdo.| España también.'],
    ['fr', 'M. Roe et Mme Doe, av. de la Mer, ont signé.| « Enfin ! » a dit le maire.| Il pleuvait.'],
    ['fr', 'Le prix est de 4,50 euros (env. 5 dollars).| Il baissera.'],
    ['ja', '市は発表した。|「うれしい。ありがとう」と話した。|次は五・九キロ。'],
    ['ja', '本当か？！|そうだ。'],
    ['zh-Hant', '他說：「會的。」又補了一句。|大家笑了！|'.slice(0, -1)],
    ['zh-Hant', '市長說：「會完工。」'],
    ['zh-Hans', '全长4.5公里。|他问：“真的吗？”没人回答。|（记者注：是。）'],
    ['ko', '시는 13일 발표했다.| 공사는 내년에 끝난다.'],
    ['ar', 'وصل الوفد اليوم.| هل سيعود؟| لا أحد يعرف.'],
  ])('%s: %s', (language, marked) => {
    const sentences = marked.split('|').map((sentence) => sentence.trim());
    const han = /^(?:zh|ja)/u.test(language);
    expect(sentencesOf(sentences.join(han ? '' : ' '), language)).toEqual(sentences);
  });

  test('text without an end mark is not a sentence', () => {
    expect(sentencesOf('One sentence. And the beginning of', 'en')).toEqual(['One sentence.']);
    expect(sentencesOf('A heading', 'en')).toEqual([]);
    expect(sentencesOf('小標題', 'zh-Hant')).toEqual([]);
  });

  test('only the beginning of a very long paragraph is examined', () => {
    expect(sentencesOf('. '.repeat(1_000_000), 'en').length).toBeLessThan(5000);
  });
});
