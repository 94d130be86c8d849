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
    ['ko', '2026. 4. 13. 오전 9시에 시작했다.| “다시 돈다.” 그가 말했다.'],
    ['ko', '입력 2026.04.13. 오전에 문을 열었다.| 끝났다.'],
    ['pt', 'O Sr. Silva mora na Av. Central, n.º 4, desde jan. 2020.| Custa 4,5 mil euros.'],
    ['pt', 'O Dr. Costa e a Profa. Lima falaram.| Ninguém ouviu.'],
    ['it', 'Il dott. Rossi e l’avv. Bianchi vivono in c.so Roma.| Il sig. Verdi no.'],
    ['it', 'La Esempio S.p.A. Milano chiude.| Perché?| Nessuno lo sa.'],
    ['nl', 'Dhr. Jansen en mevr. De Vries wonen er sinds 12 mrt. 2020.| Het kost ca. 4 mln. euro.'],
    ['nl', 'Zij kwam o.a. Piet en Kees tegen.| Daarna ging ze weg.'],
    ['ru', 'В г. Пскове на ул. Мира, т. е. Центральной, живут 5 тыс. Ивановых.| Это много.'],
    ['ru', 'Завод им. Кирова стоит.| «Когда?» — спросил он.| Никто не знает.'],
    ['ar', 'قال د. أحمد إن العمل بدأ؛ ولم ينته بعد.| متى ينتهي؟| لا أحد يعرف!'],
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
