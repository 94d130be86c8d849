import type { Story } from './row.ts';

const story = (headline: string, lead: string, rest: string, contact: string): Story => ({
  headline,
  lead,
  rest,
  contact,
});

/** An ordinary story in each language, with nothing in it that says when or whether it may go out. */
export const STORIES: Readonly<Record<string, Story>> = {
  en: story(
    'Harbour museum opens a new wing',
    'The harbour museum shows its collection of ship models in a new wing with four rooms.',
    'Visitors can walk through the rooms every day except Monday, and children enter free of charge.',
    'Contact: press office, +44 20 7946 0000, press@museum.example',
  ),
  de: story(
    'Hafenmuseum eröffnet einen neuen Flügel',
    'Das Hafenmuseum zeigt seine Schiffsmodelle in einem neuen Flügel mit vier Räumen.',
    'Die Räume sind täglich außer montags geöffnet, und Kinder zahlen keinen Eintritt.',
    'Pressekontakt: Pressestelle, +49 40 1234567, presse@museum.example',
  ),
  fr: story(
    'Le musée du port ouvre une nouvelle aile',
    'Le musée du port présente ses maquettes de navires dans une nouvelle aile de quatre salles.',
    'Les salles se visitent tous les jours sauf le lundi, et l’entrée est gratuite pour les enfants.',
    'Contact presse : +33 1 23 45 67 89, presse@musee.example',
  ),
  es: story(
    'El museo del puerto abre un ala nueva',
    'El museo del puerto muestra sus maquetas de barcos en un ala nueva con cuatro salas.',
    'Las salas se pueden visitar todos los días menos el lunes, y los niños entran gratis.',
    'Contacto de prensa: +34 91 123 45 67, prensa@museo.example',
  ),
  it: story(
    'Il museo del porto apre una nuova ala',
    'Il museo del porto espone i suoi modelli di navi in una nuova ala con quattro sale.',
    'Le sale sono visitabili tutti i giorni tranne il lunedì, e i bambini entrano gratis.',
    'Contatti: ufficio stampa, +39 06 1234567, stampa@museo.example',
  ),
  pt: story(
    'Museu do porto abre uma nova ala',
    'O museu do porto mostra os seus modelos de navios numa nova ala com quatro salas.',
    'As salas podem ser visitadas todos os dias exceto à segunda-feira, e as crianças não pagam.',
    'Contacto: gabinete de imprensa, +351 21 123 4567, imprensa@museu.example',
  ),
  nl: story(
    'Havenmuseum opent nieuwe vleugel',
    'Het havenmuseum toont zijn scheepsmodellen in een nieuwe vleugel met vier zalen.',
    'De zalen zijn elke dag behalve maandag open, en kinderen mogen gratis naar binnen.',
    'Contact: persvoorlichting, +31 20 123 4567, pers@museum.example',
  ),
  sv: story(
    'Hamnmuseet öppnar en ny flygel',
    'Hamnmuseet visar sina fartygsmodeller i en ny flygel med fyra rum.',
    'Rummen är öppna alla dagar utom måndag, och barn går in gratis.',
    'Presskontakt: +46 8 123 45 67, press@museum.example',
  ),
  da: story(
    'Havnemuseet åbner en ny fløj',
    'Havnemuseet viser sine skibsmodeller i en ny fløj med fire rum.',
    'Rummene er åbne alle dage undtagen mandag, og børn kommer gratis ind.',
    'Pressekontakt: +45 12 34 56 78, presse@museum.example',
  ),
  no: story(
    'Havnemuseet åpner en ny fløy',
    'Havnemuseet viser skipsmodellene sine i en ny fløy med fire rom.',
    'Rommene er åpne alle dager unntatt mandag, og barn går gratis inn.',
    'Pressekontakt: +47 12 34 56 78, presse@museum.example',
  ),
  fi: story(
    'Satamamuseo avaa uuden siiven',
    'Satamamuseo esittelee laivamallejaan uudessa siivessä, jossa on neljä huonetta.',
    'Huoneet ovat auki joka päivä maanantaita lukuun ottamatta, ja lapset pääsevät sisään ilmaiseksi.',
    'Yhteydenotot: viestintä, +358 9 123 4567, media@museo.example',
  ),
  pl: story(
    'Muzeum portowe otwiera nowe skrzydło',
    'Muzeum portowe pokazuje modele statków w nowym skrzydle z czterema salami.',
    'Sale można zwiedzać codziennie oprócz poniedziałku, a dzieci wchodzą za darmo.',
    'Kontakt dla mediów: +48 22 123 45 67, prasa@muzeum.example',
  ),
  cs: story(
    'Přístavní muzeum otevírá nové křídlo',
    'Přístavní muzeum ukazuje modely lodí v novém křídle se čtyřmi sály.',
    'Sály jsou přístupné každý den kromě pondělí a děti mají vstup zdarma.',
    'Kontakt pro média: +420 212 345 678, tisk@muzeum.example',
  ),
  ru: story(
    'Музей порта открывает новое крыло',
    'Музей порта показывает модели кораблей в новом крыле с четырьмя залами.',
    'Залы работают каждый день, кроме понедельника, а дети проходят бесплатно.',
    'Контакты: пресс-служба, +7 495 123-45-67, press@museum.example',
  ),
  bg: story(
    'Музеят на пристанището открива ново крило',
    'Музеят на пристанището показва моделите си на кораби в ново крило с четири зали.',
    'Залите са отворени всеки ден без понеделник, а децата влизат безплатно.',
    'За контакти: пресцентър, +359 2 123 4567, press@museum.example',
  ),
  uk: story(
    'Музей порту відкриває нове крило',
    'Музей порту показує моделі кораблів у новому крилі з чотирма залами.',
    'Зали працюють щодня, крім понеділка, а діти заходять безкоштовно.',
    'Контакти: пресслужба, +380 44 123 4567, press@museum.example',
  ),
  tr: story(
    'Liman müzesi yeni bir kanat açıyor',
    'Liman müzesi gemi maketlerini dört salonlu yeni bir kanatta sergiliyor.',
    'Salonlar pazartesi dışında her gün gezilebiliyor ve çocuklar ücretsiz giriyor.',
    'Basın iletişim: +90 212 123 45 67, basin@muze.example',
  ),
  ar: story(
    'متحف الميناء يفتتح جناحا جديدا',
    'يعرض متحف الميناء مجموعته من نماذج السفن في جناح جديد يضم أربع قاعات.',
    'يمكن زيارة القاعات كل يوم ما عدا يوم الاثنين، ويدخل الأطفال مجانا.',
    'للتواصل: المكتب الصحفي، press@museum.example',
  ),
  he: story(
    'מוזיאון הנמל פותח אגף חדש',
    'מוזיאון הנמל מציג את דגמי האוניות שלו באגף חדש ובו ארבעה אולמות.',
    'האולמות פתוחים בכל יום מלבד יום שני, והכניסה לילדים חינם.',
    'לפרטים: דוברות המוזיאון, press@museum.example',
  ),
  hi: story(
    'बंदरगाह संग्रहालय में नया खंड खुला',
    'बंदरगाह संग्रहालय अपने जहाज़ों के नमूने चार कमरों वाले नए खंड में दिखा रहा है।',
    'ये कमरे सोमवार को छोड़कर हर दिन खुले रहते हैं और बच्चों के लिए प्रवेश मुफ़्त है।',
    'संपर्क: प्रेस कार्यालय, press@museum.example',
  ),
  ja: story(
    '港の博物館に新しい展示棟',
    '港の博物館は、船の模型を四つの部屋がある新しい展示棟で見せている。',
    '展示棟は月曜日を除いて毎日開いており、子どもは無料で入れる。',
    'お問い合わせ：広報室 03-1234-5678 press@museum.example',
  ),
  ko: story(
    '항구 박물관에 새 전시동 문 열어',
    '항구 박물관은 배 모형을 방 네 개가 있는 새 전시동에서 보여 준다.',
    '전시동은 월요일을 빼고 매일 열며 어린이는 무료로 들어간다.',
    '문의: 홍보실 02-1234-5678 press@museum.example',
  ),
  'zh-Hans': story(
    '港口博物馆新展厅开放',
    '港口博物馆在有四个房间的新展厅里展出馆藏的船舶模型。',
    '展厅除周一外每天开放，儿童可以免费参观。',
    '联系人：博物馆宣传部，电话 010-12345678',
  ),
  'zh-Hant': story(
    '港口博物館新展廳開放',
    '港口博物館在有四個房間的新展廳裡展出館藏的船舶模型。',
    '展廳除週一外每天開放，兒童可以免費參觀。',
    '聯絡人：博物館公關組，電話 02-1234-5678',
  ),
  vi: story(
    'Bảo tàng cảng mở khu trưng bày mới',
    'Bảo tàng cảng giới thiệu các mô hình tàu thuyền trong khu trưng bày mới có bốn phòng.',
    'Các phòng mở cửa mọi ngày trừ thứ Hai, và trẻ em được vào miễn phí.',
    'Liên hệ: phòng truyền thông, press@museum.example',
  ),
  id: story(
    'Museum pelabuhan membuka sayap baru',
    'Museum pelabuhan memamerkan model kapalnya di sayap baru yang memiliki empat ruangan.',
    'Ruangan itu dapat dikunjungi setiap hari kecuali Senin, dan anak-anak masuk gratis.',
    'Kontak: humas museum, +62 21 1234567, humas@museum.example',
  ),
};

/** The story of a language. Throws if the language has none, because the table is then wrong. */
export function storyOf(language: string): Story {
  const found = STORIES[language];
  if (found === undefined) throw new Error(`no story in ${language}`);
  return found;
}
