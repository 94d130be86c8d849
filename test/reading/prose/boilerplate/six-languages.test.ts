import { describe, expect, test } from 'vitest';
import { fromPlainText } from '../../../../shared/reading/body/plain-text.ts';
import { bodyParagraphs } from '../fixture.ts';

/** A story in one language, lines around it that are boilerplate, and lines that begin alike and belong to a story. */
interface Lines {
  language: string;
  title: string;
  prose: [string, string];
  stamps: string[];
  after: string[];
  kept: string[];
}

const LANGUAGES: Lines[] = [
  {
    language: 'ko',
    title: '옛 방앗간 40년 만에 다시 돌다',
    prose: ['강가의 옛 방앗간이 일요일 40년 만에 다시 돌기 시작했다.', '마을 주민 수백 명이 나와 지켜봤다.'],
    stamps: [
      '입력 2026.04.13. 오전 9:20 수정 2026.04.13. 오전 10:05',
      '기사입력 2026-04-13 09:20',
      '등록 2026.04.13 09:20 | 업데이트 2026.04.13 10:05',
      '2026년 4월 13일 (월) 오후 3시 20분',
    ],
    after: [
      '<저작권자 ⓒ 예시일보, 무단 전재 및 재배포 금지>',
      'ⓒ 예시일보 & example.com, 무단전재-재배포 금지',
      '[저작권자(c) 예시뉴스, 무단 전재-재배포, AI 학습 및 활용 금지]',
      'Copyright ⓒ 예시신문 All rights reserved.',
      '관련기사',
      '관련기사: 새 다리 6월 개통',
      '[관련기사] 새 다리 6월 개통',
      '▶ 네이버에서 예시일보 구독하기',
      '제보는 카카오톡 예시제보',
      '이메일 : news@example.com',
      '페이스북 | 트위터 | 카카오톡',
      '무단 전재 및 재배포 금지',
      '(끝)',
    ],
    kept: [
      '저작권 분쟁이 법정으로 갔다.',
      '관련 법안은 국회를 통과했다.',
      '무단 횡단이 늘었다.',
      '제보를 받은 경찰이 출동했다.',
      '제보는 사흘 동안 이어졌다.',
      '신문을 구독하는 사람이 줄었다.',
    ],
  },
  {
    language: 'pt',
    title: 'O velho moinho volta a girar',
    prose: [
      'O velho moinho junto ao rio voltou a girar no domingo, ao fim de quarenta anos.',
      'Centenas de pessoas da vila foram ver as mós que não se mexiam desde os tempos dos avós.',
    ],
    stamps: [
      'Publicado em 13 de abril de 2026 às 9h20',
      'Publicado em 13/04/2026 às 09h20 | Atualizado em 13/04/2026 às 10h05',
      'Atualizado em: 13/04/2026 10:05',
      'Segunda-feira, 13 de abril de 2026, 09:20',
    ],
    after: [
      'Todos os direitos reservados',
      '© 2026 O Exemplo. Todos os direitos reservados.',
      'É proibida a reprodução total ou parcial deste conteúdo.',
      'Leia também: Nova ponte abre em junho',
      'Leia também',
      'Leia mais: Nova ponte abre em junho',
      'Siga-nos no Instagram',
      'Assine a nossa newsletter',
      'Compartilhe esta notícia',
      'Tags: moinho, rio, vila',
      'Contacto: Jane Roe, jane@example.com',
      'Lusa/Fim',
      'As opiniões expressas neste artigo são da responsabilidade do autor.',
    ],
    kept: [
      'Quem siga o rio até ao moinho encontra a ponte, disse o guia.',
      'Todos os moinhos da vila têm dono.',
      'Leia quem quiser, disse o autor.',
      'Todos os direitos do povo, disse ela, foram ouvidos.',
    ],
  },
  {
    language: 'it',
    title: 'Il vecchio mulino torna a girare',
    prose: [
      'Il vecchio mulino sul fiume è tornato a girare domenica, dopo quarant’anni di silenzio.',
      'Centinaia di abitanti del paese sono venuti a vedere le macine che non si muovevano più.',
    ],
    stamps: [
      'Pubblicato il 13 aprile 2026 alle 09:20',
      'Ultimo aggiornamento: 13 aprile 2026, ore 10:05',
      'lunedì 13 aprile 2026',
      'Pubblicato: 13/04/2026 09:20 - Aggiornato: 13/04/2026 10:05',
    ],
    after: [
      'Riproduzione riservata',
      '© Riproduzione riservata',
      'RIPRODUZIONE RISERVATA © Copyright Esempio',
      'Tutti i diritti riservati.',
      'Leggi anche: Il nuovo ponte apre a giugno',
      'Leggi anche',
      'Potrebbe interessarti anche',
      'Seguici su Facebook e Instagram',
      'Iscriviti alla newsletter',
      'Condividi questo articolo',
      'Argomenti: mulino, fiume',
      'Ufficio stampa: Jane Roe, tel. 06 5550 1234',
      '(FINE)',
    ],
    kept: [
      'Tutti i mulini della valle hanno un padrone.',
      'Leggi antiche regolavano le acque.',
      'Contatti con altri comuni sono in corso.',
    ],
  },
  {
    language: 'nl',
    title: 'Oude molen draait weer',
    prose: [
      'De oude molen aan de rivier draait sinds zondag weer, na veertig jaar stilstand.',
      'Honderden inwoners van het dorp kwamen kijken naar de stenen die zo lang hadden stilgelegen.',
    ],
    stamps: [
      'Gepubliceerd op 13 april 2026 om 09:20',
      'Laatst bijgewerkt: 13 april 2026, 10:05',
      'maandag 13 april 2026 09:20',
      'Gepubliceerd: 13-04-2026 09:20',
    ],
    after: [
      'Alle rechten voorbehouden',
      '© 2026 Het Voorbeeld. Alle rechten voorbehouden.',
      'Lees ook: Nieuwe brug opent in juni',
      'Lees ook',
      'Meer nieuws',
      'Volg ons op Facebook',
      'Schrijf je in voor onze nieuwsbrief.',
      'Deel dit artikel',
      'Trefwoorden: molen, rivier',
      'Perscontact: Jane Roe, pers@example.com',
      'Heb je een tip? Mail de redactie.',
      'EINDE',
    ],
    kept: [
      'Alle rechten gingen over op de gemeente.',
      'Meer molens volgen, zegt de wethouder.',
      'Contact met het dorp was er niet.',
    ],
  },
  {
    language: 'ru',
    title: 'Старая мельница снова работает',
    prose: [
      'Старая мельница у реки в воскресенье снова заработала после сорока лет простоя.',
      'Посмотреть на жернова, которые давно не двигались, пришли сотни жителей села.',
    ],
    stamps: [
      'Опубликовано: 13.04.2026, 09:20',
      'Обновлено 13 апреля 2026 года в 10:05',
      '13 апреля 2026, 09:20',
      'Опубликовано 13 апреля 2026 г.',
    ],
    after: [
      'Все права защищены',
      '© 2026 Пример. Все права защищены.',
      'Читайте также: Новый мост откроют в июне',
      'Читайте также',
      'Материалы по теме',
      'Подписывайтесь на наш канал в Telegram',
      'При использовании материалов ссылка на сайт обязательна.',
      'Перепечатка запрещена',
      'Теги: мельница, река',
      'Контакты для СМИ: press@example.com',
      'Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter.',
      'Мнение автора может не совпадать с мнением редакции.',
    ],
    kept: [
      'Все права на мельницу перешли селу.',
      'Пусть дети читают больше, сказал учитель.',
      'Все жители в нашем селе рады мельнице.',
      'Мельница — не главное, говорит он.',
    ],
  },
  {
    language: 'ar',
    title: 'الطاحونة القديمة تدور من جديد',
    prose: [
      'عادت الطاحونة القديمة على ضفة النهر إلى الدوران يوم الأحد بعد أربعين عاما من التوقف.',
      'وحضر مئات من سكان القرية لمشاهدة الأحجار التي لم تتحرك منذ زمن طويل.',
    ],
    stamps: [
      'نشر في: 13 أبريل 2026 - 09:20',
      'آخر تحديث: 13 أبريل 2026 الساعة 10:05',
      'تاريخ النشر: 13/04/2026',
      'الاثنين 13 أبريل 2026 09:20 ص',
    ],
    after: [
      'جميع الحقوق محفوظة',
      '© 2026 المثال. جميع الحقوق محفوظة.',
      'اقرأ أيضا: افتتاح الجسر الجديد في يونيو',
      'اقرأ أيضاً',
      'مواضيع ذات صلة',
      'تابعونا على فيسبوك',
      'اشترك في النشرة البريدية',
      'شارك هذا الخبر',
      'كلمات مفتاحية: طاحونة، نهر',
      'للتواصل: news@example.com',
      'الآراء الواردة في هذا المقال لا تعبر عن رأي الصحيفة.',
    ],
    kept: [
      'جميع الحقوق التي طالب بها العمال أقرها المجلس.',
      'شارك مئات السكان في الاحتفال أمس.',
      'اقرأ الرسالة بصوت عال، قال القاضي.',
      'انضم إلى الحزب قبل ثلاثين عاما.',
    ],
  },
];

describe.each(LANGUAGES)('$language', ({ language, title, prose, stamps, after, kept }) => {
  const read = (lines: readonly string[]): string[] => {
    const article = fromPlainText(lines.join('\n\n'), { language, boilerplate: [] });
    expect(article.headline).toBe(title);
    return bodyParagraphs(article.bodyHtml);
  };
  test.each(stamps)('a stamp below the headline is cut: %s', (stamp) => {
    expect(read([title, stamp, ...prose])).toEqual(prose);
  });
  test.each(after)('a line below the story is cut: %s', (line) => {
    expect(read([title, ...prose, line])).toEqual(prose);
  });
  test.each(kept)('a sentence of a story is kept: %s', (line) => {
    expect(read([title, ...prose, line])).toEqual([...prose, line]);
    expect(read([title, prose[0], line, prose[1]])).toEqual([prose[0], line, prose[1]]);
  });
});
