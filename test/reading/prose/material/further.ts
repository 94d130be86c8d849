import { latin } from './latin.ts';
import { as, type Material } from './material.ts';

/** Portuguese, Italian, Dutch, Russian, Arabic and Korean. */

export const pt = latin({
  language: 'pt',
  by: 'Por',
  and: 'e',
  labels: ['Texto', 'Fotos', 'Edição'],
  titles: ['O mercado central abre à noite', 'A cidade planta mil árvores', 'Edição nova do mapa das pontes'],
  prose: [
    'Por isso muitos moradores chegaram com os filhos e ficaram até à meia-noite.',
    'Por volta das nove, os comerciantes contaram as vendas e falaram de um bom começo.',
    'O texto da norma não proíbe a venda, explicou uma comerciante do mercado.',
    'A edição deste ano reuniu mais de duzentas famílias na praça maior.',
    'As fotos da inauguração ficam na biblioteca durante todo o mês, até domingo.',
  ],
  names: ['Joana Lopes', 'João Silva', 'Maria de Souza', 'Luís Gil', 'Íris da Costa'],
  boilerplate: [
    'PUBLICIDADE',
    'Leia também: A ponte fecha por duas semanas',
    'Siga-nos no Facebook',
    'Todos os direitos reservados',
  ],
  related: ['Notícias relacionadas', 'A ponte fecha', 'Nova sala no museu'],
});

export const it = latin({
  language: 'it',
  by: 'Di',
  and: 'e',
  labels: ['Testo', 'Foto', 'Editing'],
  titles: [
    'Il mercato centrale apre di notte',
    'La città pianta mille alberi',
    'Foto di un ponte che unisce',
  ],
  prose: [
    'Di notte il porto è chiuso, ma molti abitanti sono rimasti fino a mezzanotte.',
    'Di solito i negozianti contano gli incassi la sera, e questa volta sono contenti.',
    'Il testo della norma non vieta la vendita, ha spiegato una commerciante del mercato.',
    'Le foto della giornata sono nella biblioteca per tutto il mese, fino a domenica.',
    'A cura dei volontari è stata aperta anche una sala per i bambini del quartiere.',
  ],
  names: ['Maria Esempi', 'Mario Rossi', 'Lucia De Luca', 'Piero dell’Orto', 'Anna Bianchi'],
  boilerplate: [
    'PUBBLICITÀ',
    'Leggi anche: Il ponte chiude per due settimane',
    'Seguici su Facebook',
    '© Riproduzione riservata',
  ],
  related: ['Articoli correlati', 'Il ponte chiude', 'Nuova sala al museo'],
});

export const nl = latin({
  language: 'nl',
  by: 'Door',
  and: 'en',
  labels: ['Tekst', 'Foto', 'Eindredactie'],
  titles: [
    'De markt gaat ’s avonds open',
    'De stad plant duizend bomen',
    'Foto’s van een brug tussen twee wijken',
  ],
  prose: [
    'Door het mooie weer kwamen veel bewoners met hun kinderen, en zij bleven tot middernacht.',
    'Door de week is het plein leeg, maar nu telden de kooplieden een goede opbrengst.',
    'De tekst van de regel verbiedt het niet, zei een koopvrouw van de markt.',
    'De foto’s van de opening zijn de hele maand in de bibliotheek te zien.',
    'Van onze gasten kwam niemand te laat, zei de wethouder na het feest op het plein.',
  ],
  names: ['Eva Voorhout', 'Jan de Vries', 'Pieter van der Meer', 'Anna Bakker', 'Tom van ’t Hof'],
  boilerplate: [
    'Advertentie',
    'Lees ook: De brug gaat twee weken dicht',
    'Volg ons op Facebook',
    'Alle rechten voorbehouden',
  ],
  related: ['Gerelateerde artikelen', 'De brug gaat dicht', 'Nieuwe zaal in het museum'],
});

export const ru: Material = {
  language: 'ru',
  titles: ['Рынок открылся ночью', 'Город посадит тысячу деревьев', 'Автор проекта рассказал о мосте'],
  prose: [
    'Автор проекта рассказал, что мост соединил два района и что это только начало.',
    'Фото с открытия можно увидеть в библиотеке весь месяц, сообщили в городе.',
    'Текст решения этого не запрещает, сказала хозяйка лавки на рынке.',
    'Редактор городской газеты тоже пришёл с детьми и остался до полуночи.',
    'Подготовили площадь заранее, поэтому места хватило для всех жителей.',
  ],
  names: [
    'Анна Примерова',
    'Сергей Петров',
    'И. И. Образцов',
    'Мария Сергеевна Лугова',
    'Олег Иванов-Лесной',
  ],
  credits: [
    ([a]) => ({ line: `Автор: ${a}`, bylines: as('Автор', a) }),
    ([a, b]) => ({ line: `Авторы: ${a}, ${b}`, bylines: as('Авторы', a, b) }),
    ([a, b]) => ({ line: `Текст: ${a} / Фото: ${b}`, bylines: [...as('Текст', a), ...as('Фото', b)] }),
    ([a, b]) => ({ line: `(Редактор: ${a}; фото: ${b})`, bylines: [...as('Редактор', a), ...as('фото', b)] }),
  ],
  boilerplate: [
    'Реклама',
    'Читайте также: Мост закроют на две недели',
    'Подписывайтесь на наш канал',
    'Все права защищены',
  ],
  related: ['Материалы по теме', 'Мост закроют', 'Новый зал в музее'],
};

export const ar: Material = {
  language: 'ar',
  titles: ['السوق المركزي يفتح ليلا', 'المدينة تزرع ألف شجرة', 'صور من افتتاح الجسر'],
  prose: [
    'كتب كثيرة وصلت إلى المكتبة هذا الأسبوع، وقال الأهالي إنهم سعداء بها.',
    'كتبت المدينة على موقعها أن الجسر الجديد يربط بين حيين في الشمال.',
    'تصوير الافتتاح مسموح للجميع حتى نهاية الشهر، قالت المتحدثة.',
    'إعداد الساحة استغرق ثلاثة أيام، وبقي الناس فيها حتى منتصف الليل.',
    'صور الافتتاح معروضة في المكتبة طوال الشهر بعد موافقة البلدية.',
  ],
  names: ['محمد عبد الله', 'سارة أحمد', 'خالد سالم', 'ليلى حسن', 'يوسف بن علي'],
  credits: [
    ([a]) => ({ line: `كتب: ${a}`, bylines: as('كتب', a) }),
    ([a]) => ({ line: `بقلم ${a}`, bylines: as(undefined, a) }),
    ([a, b]) => ({ line: `إعداد: ${a}، ${b}`, bylines: as('إعداد', a, b) }),
    ([a, b]) => ({ line: `كتب: ${a} / تصوير: ${b}`, bylines: [...as('كتب', a), ...as('تصوير', b)] }),
  ],
  boilerplate: ['إعلان', 'اقرأ أيضا: إغلاق الجسر أسبوعين', 'تابعونا على فيسبوك', 'جميع الحقوق محفوظة'],
  related: ['أخبار ذات صلة', 'إغلاق الجسر', 'قاعة جديدة في المتحف'],
};

export const ko: Material = {
  language: 'ko',
  titles: ['중앙시장 밤에도 문 연다', '도시에 나무 천 그루 심는다', '기자가 본 항구의 하루'],
  prose: [
    '기자 회견에서 시장은 더 많은 사람이 모이는 곳으로 만들겠다고 말했다.',
    '사진 전시회는 월말까지 열리며 많은 시민이 찾고 있다.',
    '편집 작업처럼 조금씩 모양을 잡아 간다고 상인은 설명했다.',
    '글을 쓴 주민은 삼십 년 전 거리를 그리워했다.',
    '취재에 응한 상인들은 좋은 시작이라고 입을 모았다.',
  ],
  names: ['이지은', '박민수', '최현우', '정유진', '강도현'],
  credits: [
    ([a]) => ({ line: `${a} 기자`, bylines: as('기자', a) }),
    ([a, b]) => ({ line: `${a}·${b} 기자`, bylines: as('기자', a, b) }),
    ([a, b]) => ({ line: `글=${a} 사진=${b}`, bylines: [...as('글', a), ...as('사진', b)] }),
    ([a]) => ({ line: `[산해신문 ${a} 기자] `, bylines: as('기자', a), attach: 'head' }),
    ([a]) => ({ line: ` ${a} 기자 reporter@example.org`, bylines: as('기자', a), attach: 'tail' }),
  ],
  boilerplate: [
    '[광고]',
    '관련기사: 다리 두 주 동안 닫는다',
    '▶ 네이버에서 예시신문 구독하기',
    'ⓒ 예시신문, 무단 전재 및 재배포 금지',
  ],
  related: ['관련기사', '다리 두 주 동안 닫는다', '박물관에 새 전시실'],
};
