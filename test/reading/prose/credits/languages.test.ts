import { describe, expect, test } from 'vitest';
import { creditsIn } from '../../../../shared/reading/prose/credits/credits.ts';

/** A line of credits, or a paragraph with credits in it, and its people as `name` or `name/role`. */
const CREDITS: Readonly<Record<string, readonly (readonly [line: string, people: string, rest?: string])[]>> =
  {
    ko: [
      ['박민수 기자', '박민수/기자'],
      ['박민수·이지은 기자', '박민수/기자 + 이지은/기자'],
      ['박민수 기자 minsu@example.org', '박민수/기자'],
      ['이지은 jieun@example.org', '이지은'],
      ['글·사진 이지은 기자', '이지은/글·사진'],
      ['글=이지은 사진=박민수', '이지은/글 + 박민수/사진'],
      ['영상편집: 박민수', '박민수/영상편집'],
      ['이지은 산해신문 기자', '이지은/기자'],
      ['박민수 이지은 기자', '박민수/기자 + 이지은/기자'],
      ['박민수 이지은 최하늘 기자', '박민수/기자 + 이지은/기자 + 최하늘/기자'],
      [
        '(항구=산해통신) 박민수 이지은 기자 = 다리가 열렸다.',
        '박민수/기자 + 이지은/기자',
        '(항구=산해통신) 다리가 열렸다.',
      ],
      ['경기도 이지은 기자', '이지은/기자'],
      ['(항구=산해통신) 이지은 기자 = 다리가 열렸다.', '이지은/기자', '(항구=산해통신) 다리가 열렸다.'],
      ['[산해신문 이지은 기자] 다리가 열렸다.', '이지은/기자', '다리가 열렸다.'],
      [
        '시는 다리를 열었다고 밝혔다. 이지은 기자 jieun@example.org',
        '이지은/기자',
        '시는 다리를 열었다고 밝혔다.',
      ],
    ],
    pt: [
      ['Por Joana Exemplo', 'Joana Exemplo'],
      ['Por Joana Exemplo e João Silva', 'Joana Exemplo + João Silva'],
      ['Por João Pedro da Silva e Souza', 'João Pedro da Silva e Souza'],
      ['Reportagem: Joana Exemplo; Edição: João Silva', 'Joana Exemplo/Reportagem + João Silva/Edição'],
      ['Foto: João Silva/Agência Exemplo', 'João Silva/Foto'],
      ['Por Joana Exemplo, em Lisboa', 'Joana Exemplo'],
      ['Por Joana Exemplo 04/05/2026 14:03', 'Joana Exemplo'],
      ['Por Joana Exemplo, 4 de maio de 2026 às 14h03', 'Joana Exemplo'],
    ],
    it: [
      ['di Maria Esempio', 'Maria Esempio'],
      ['A cura di Maria Esempio', 'Maria Esempio'],
      ['Di Maria Esempio e Mario Rossi', 'Maria Esempio + Mario Rossi'],
      ['Dal nostro inviato Mario Rossi', 'Mario Rossi/inviato'],
      ['Testo di Maria Esempio, foto di Mario Rossi', 'Maria Esempio/Testo + Mario Rossi/foto'],
      ['Foto: Mario Rossi', 'Mario Rossi/Foto'],
    ],
    nl: [
      ['Door Jan van der Meer', 'Jan van der Meer'],
      ['Door Jan van der Meer en Eva Voorbeeld', 'Jan van der Meer + Eva Voorbeeld'],
      ['Van onze verslaggever Jan de Vries', 'Jan de Vries/verslaggever'],
      ['Tekst: Eva Voorbeeld Foto’s: Jan de Vries', 'Eva Voorbeeld/Tekst + Jan de Vries/Foto’s'],
    ],
    ru: [
      ['Автор: Анна Примерова', 'Анна Примерова/Автор'],
      ['Текст: Анна Примерова. Фото: Иван Петренко', 'Анна Примерова/Текст + Иван Петренко/Фото'],
      ['Фото: И. И. Иванов', 'И. И. Иванов/Фото'],
      ['Фото: И.И. Иванов / ТАСС', 'И.И. Иванов/Фото'],
      [
        'Авторы: Анна Сергеевна Примерова, Иван Петренко',
        'Анна Сергеевна Примерова/Авторы + Иван Петренко/Авторы',
      ],
      ['Подготовила Анна Примерова', 'Анна Примерова/Подготовила'],
      ['Корр. Иван Петренко, ТАСС', 'Иван Петренко'],
      [
        'ПОРТ, 12 марта. /корр. Иван Петренко, ТАСС/. Мост открыт.',
        'Иван Петренко/корр.',
        'ПОРТ, 12 марта. /ТАСС/. Мост открыт.',
      ],
      [
        'ПОРТ, 12 марта. /Корр. ТАСС Анна Примерова и Иван Петренко/. Мост открыт.',
        'Анна Примерова/Корр. + Иван Петренко/Корр.',
        'ПОРТ, 12 марта. /ТАСС/. Мост открыт.',
      ],
      ['ПОРТ (спецкор И. Петренко) Мост открыт.', 'И. Петренко/спецкор', 'ПОРТ Мост открыт.'],
      [
        'ПОРТ, 12 мар - РИА Новости, Анна Примерова. Мост открыт.',
        'Анна Примерова',
        'ПОРТ, 12 мар - РИА Новости. Мост открыт.',
      ],
    ],
    ar: [
      ['كتب: محمد علي', 'محمد علي/كتب'],
      ['كتبت سارة أحمد', 'سارة أحمد/كتبت'],
      ['بقلم محمد عبد الله', 'محمد عبد الله'],
      ['تصوير: أحمد سالم', 'أحمد سالم/تصوير'],
      ['إعداد: محمد علي وأحمد سالم', 'محمد علي/إعداد + أحمد سالم/إعداد'],
      ['كتب: محمد وليد - تصوير: أحمد سالم', 'محمد وليد/كتب + أحمد سالم/تصوير'],
    ],
    hi: [['संवाददाता: राम कुमार', 'राम कुमार/संवाददाता']],
    vi: [['Bài và ảnh: Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu/Bài và ảnh']],
    tr: [['Haber: Ayşe Örnek - Fotoğraf: Mehmet Kaya', 'Ayşe Örnek/Haber + Mehmet Kaya/Fotoğraf']],
    pl: [['Autor: Jan Przykład', 'Jan Przykład/Autor']],
    sv: [['Text: Anna Exempel Foto: Erik Berg', 'Anna Exempel/Text + Erik Berg/Foto']],
    el: [['Κείμενο: Μαρία Παραδείγμα', 'Μαρία Παραδείγμα/Κείμενο']],
    he: [['מאת: דנה כהן', 'דנה כהן/מאת']],
    uk: [['Автор: Олена Приклад', 'Олена Приклад/Автор']],
    en: [
      ['By Jane Roe, May 4, 2026', 'Jane Roe'],
      ['By Jane Roe | 5 min read', 'Jane Roe'],
      ['By Jane Roe and John Doe, Updated May 4, 2026 at 2:03 p.m. ET', 'Jane Roe + John Doe'],
      ['Photo: Jane Roe, May 2026', 'Jane Roe/Photo'],
      ['By Jane Roe jane@example.org', 'Jane Roe'],
      ['By Jane Roe, Valmar Herald', 'Jane Roe'],
    ],
  };

describe.each(Object.entries(CREDITS))('credits in %s', (language, rows) => {
  const all = rows.map(([line, people, rest = '']) => ({ line, people, rest }));
  test.each(all)('$line', ({ line, people, rest }) => {
    const found = creditsIn(line, language);
    const shown = found
      .flatMap(({ bylines }) => bylines)
      .map(({ name, role }) => (role === undefined ? name : `${name}/${role}`));
    expect(shown.join(' + ')).toBe(people);
    expect(found.at(-1)?.rest).toBe(rest);
  });
});

/** Lines that begin as credits do and credit nobody. */
const NO_CREDITS: Readonly<Record<string, readonly string[]>> = {
  ko: [
    '신입 기자',
    '정치부 기자',
    '사진: 전시회',
    '편집: 최고의 기술',
    '진행: 금요일',
    '그는 기자 생활을 시작했다.',
    '박민수 기자가 취재한 내용은 다음과 같다.',
  ],
  pt: ['Por acaso, ninguém viu o barco.', 'Por Acaso Ninguém', 'Edição: tudo começou em 2020'],
  it: ['Di notte il porto è chiuso', 'Di Nuovo In Mare', 'Foto: il porto dopo i lavori'],
  nl: ['Door het slechte weer', 'Door De Storm', 'Tekst: wat er gebeurde'],
  ru: ['Автор этих строк был там.', 'Фото: порт после ремонта', 'Текст: как это было'],
  ar: ['كتب محمد علي في صفحته', 'كتب مدرسية جديدة', 'صور: الميناء بعد الإصلاح', 'كتبت الصحيفة اليوم'],
  hi: ['फोटो: पुल के बाद का दृश्य है'],
  en: [
    '(By Popular Demand)',
    '(By Nobody In Particular)',
    '[By Staying Home]',
    '(By A Friend Of The House)',
    '(By Standing Still For Once)',
    'By Doing Less With More',
    'By Royal Appointment',
    'By Hook Or By Crook',
    'By Valmar News',
    'By Air and Sea',
  ],
};
describe.each(Object.entries(NO_CREDITS))('no credits in %s', (language, lines) => {
  test.each(lines)('%s', (line) => expect(creditsIn(line, language)).toEqual([]));
});
