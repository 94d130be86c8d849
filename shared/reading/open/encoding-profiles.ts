import { words } from '../prose/words.ts';
import {
  BALTIC,
  CENTRAL,
  UKRAINIAN,
  WESTERN,
  central,
  cyrillic,
  western,
  type EncodingProfile,
} from './encoding-groups.ts';

/** The languages that are recognised in encodings with one byte per character. */
export const ENCODING_PROFILES: readonly EncodingProfile[] = [
  western({
    language: 'en',
    words: 'the of and to in is was for that on with as by at from it he she has have had',
    letters: 'œ',
  }),
  western({
    language: 'de',
    words: 'der die das und in den von zu mit ist im des nicht ein eine für auf dem auch sich als wird an',
  }),
  western({
    language: 'fr',
    words: 'le la les de des et en du un une est que qui dans pour sur pas au par plus avec ce',
    letters: 'œ',
  }),
  western({
    language: 'es',
    words: 'el la los las de que y en un una del por con se para al su no más es como',
  }),
  western({
    language: 'pt',
    words: 'de que do da em um uma para com não os as dos no na por se mais ao foi',
  }),
  western({
    language: 'it',
    words: 'di che il la le in un una per del con non della si da dei sono è al alla nel',
  }),
  western({
    language: 'nl',
    words: 'de het een van en in is dat op te met voor zijn niet aan er om ook die door',
    letters: 'œ',
  }),
  western({
    language: 'da',
    words: 'og i det at en den til er som på de med for af ikke der han har et var',
  }),
  western({
    language: 'sv',
    words: 'och i att det en som på är av för med den till inte har om ett han de var',
  }),
  western({ language: 'nb', words: 'og i det er på som en til å for av med at har de ikke den et var han' }),
  western({
    language: 'fi',
    words: 'ja on ei että se hän oli mutta myös kun ovat joka sen mukaan ole vuoden kuin',
  }),
  western({ language: 'ca', words: 'de la el que i en els les per del un una amb és no al ha van més' }),
  western({
    language: 'is',
    words: 'og að í á er sem við til um en það ekki var hann fyrir með af',
    letters: 'ðþý',
  }),
  cyrillic({
    language: 'ru',
    letters: 'ыъэё',
    words: 'и в во не на что с со по как это к из у за от для его он они был было до при также о об',
  }),
  cyrillic({
    language: 'bg',
    letters: 'ъ',
    words: 'на и да се в за от не с е по са че ще си към до като ще през след това',
  }),
  cyrillic({
    language: 'sr',
    letters: 'ђјљњћџ',
    words: 'је и у да на се за су од са који као није ће из што до по',
  }),
  cyrillic({
    language: 'mk',
    letters: 'ѓѕјљњќџ',
    words: 'на и во да се од за со е не ќе ги што кои како по',
  }),
  cyrillic({
    language: 'uk',
    letters: 'іїєґ’',
    words: 'і й в у на не що з та до за як від про для це його був було після також із',
    encodings: UKRAINIAN,
  }),
  cyrillic({
    language: 'be',
    letters: 'ыэёіў',
    words: 'і ў на не што з па у да як за ад для гэта',
    encodings: UKRAINIAN,
  }),
  {
    language: 'el',
    encodings: ['windows-1253', 'iso-8859-7'],
    letters: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ',
    words: words(
      'και το του της την η ο τα με για στο στην από που να θα οι τον των ότι σε στη δεν είναι μια',
    ),
  },
  {
    language: 'he',
    encodings: ['windows-1255', 'iso-8859-8'],
    letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת״׳־\u05B0\u05B4\u05B5\u05B6\u05B7\u05B8\u05B9\u05BC\u200E\u200F',
    words: words('של על את לא עם כי הוא היא זה גם כל בין אל או יותר אך אבל לפי כבר עד לאחר רק'),
  },
  {
    language: 'ar',
    encodings: ['windows-1256', 'iso-8859-6'],
    letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ،؛؟\u200C\u200E\u200F',
    words: words('في من على أن إن إلى عن مع التي الذي هذا هذه قد كان كانت ما لا بعد قبل بين كما'),
  },
  {
    language: 'fa',
    encodings: ['windows-1256'],
    letters: 'ءآأؤئابةتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکً،؛؟\u200C',
    words: words('و در به از که این را با است برای آن یک تا بر'),
  },
  {
    language: 'th',
    encodings: ['windows-874'],
    letters: Array.from({ length: 0x5b }, (_, at) => String.fromCharCode(0x0e01 + at)).join(''),
    words: words('ที่ การ และ ของ ใน ไม่ เป็น ได้ ให้ ว่า มี จะ จาก กับ ความ'),
    isUnspaced: true,
  },
  {
    language: 'tr',
    encodings: ['windows-1254'],
    letters: 'çğıöşüâîûİ',
    words: words('ve bir bu için de da ile olarak çok daha olan gibi ancak sonra kadar en dedi ise ne'),
  },
  central({
    language: 'pl',
    letters: 'ąćęłńóśźż',
    words: 'w i na z ze że się do nie jest o po od za to jak przez dla oraz był są',
  }),
  central({
    language: 'cs',
    letters: 'áčďéěíňóřšťúůýž',
    words: 'a v ve na se je že z s o do za pro si by jako ale od po už podle',
  }),
  central({
    language: 'sk',
    letters: 'áäčďéíĺľňóôŕšťúýž',
    words: 'a v vo na sa je že z s o do za pre ako ale od po aj už podľa',
  }),
  central({
    language: 'hu',
    letters: 'áéíóöőúüű',
    words: 'a az és hogy nem is egy meg van csak volt már még ez de szerint lesz után',
  }),
  central({
    language: 'sl',
    letters: 'čšžćđ',
    words: 'in je v na za da se so ki z s po pa tudi kot bo od ne',
  }),
  central({
    language: 'hr',
    letters: 'čćđšž',
    words: 'i je u na da se za su od s iz koji kao nije će što do po',
  }),
  central({
    language: 'ro',
    letters: 'ăâîşţ',
    words: 'şi de în la a cu pe din că pentru nu care este au mai o un fost',
    encodings: CENTRAL,
  }),
  central({
    language: 'ro',
    letters: 'ăâîșț',
    words: 'și de în la a cu pe din că pentru nu care este au mai o un fost',
    encodings: ['iso-8859-16'],
  }),
  central({
    language: 'sq',
    letters: 'ëç',
    words: 'dhe të në e i për me një që nga është nuk ka më',
    encodings: [...CENTRAL, ...WESTERN],
  }),
  central({
    language: 'lt',
    letters: 'ąčęėįšųūž',
    words: 'ir kad į iš su yra tai bet buvo kaip už ar po dėl nuo apie',
    encodings: BALTIC,
  }),
  central({
    language: 'lv',
    letters: 'āčēģīķļņšūž',
    words: 'un ir ar par no uz kas ka lai bet arī pēc kā bija tika',
    encodings: BALTIC,
  }),
  central({
    language: 'et',
    letters: 'äõöüšž',
    words: 'ja on ei et see oli mis kui ka ta aga oma selle',
    encodings: [...BALTIC, ...WESTERN],
  }),
  {
    language: 'vi',
    encodings: ['windows-1258'],
    letters: 'ăâđêôơưàáèéìíòóùúýãõ\u0300\u0301\u0303\u0309\u0323',
    words: words('và của là có trong được cho các một không với người này những đã để khi'),
  },
];
