import { words } from '../prose/words.ts';

/** How a language is recognised in an encoding with one byte per character: by its letters and its most common words. */
export interface EncodingProfile {
  /** ISO 639-1. Only a label for the reader of this table. */
  language: string;
  /** WHATWG names of its encodings. Of two encodings with the same result, the earlier one wins. */
  encodings: readonly string[];
  /** Its letters beyond ASCII, in lower case. */
  letters: string;
  words: readonly string[];
  /** Whether it is written without spaces, so that a word is searched for inside other text. */
  isUnspaced?: boolean;
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
const UKRAINIAN = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const BALTIC = ['windows-1257', 'iso-8859-13', 'iso-8859-4'];
const WESTERN = ['windows-1252', 'iso-8859-15', 'macintosh'];

/** One set for all Western European languages, because their texts contain names from each other. */
const WESTERN_LETTERS = 'áàâäãåæçéèêëíìîïñóòôöõøúùûüßªº';

const cyrillic = (
  language: string,
  letters: string,
  list: string,
  encodings = CYRILLIC,
): EncodingProfile => ({
  language,
  encodings,
  letters: `абвгдежзийклмнопрстуфхцчшщьюя${letters}`,
  words: words(list),
});
const central = (language: string, letters: string, list: string, encodings = CENTRAL): EncodingProfile => ({
  language,
  encodings,
  letters,
  words: words(list),
});
const western = (language: string, list: string, letters = ''): EncodingProfile => ({
  language,
  encodings: WESTERN,
  letters: WESTERN_LETTERS + letters,
  words: words(list),
});

export const ENCODING_PROFILES: readonly EncodingProfile[] = [
  western('en', 'the of and to in is was for that on with as by at from it he she has have had', 'œ'),
  western(
    'de',
    'der die das und in den von zu mit ist im des nicht ein eine für auf dem auch sich als wird an',
  ),
  western('fr', 'le la les de des et en du un une est que qui dans pour sur pas au par plus avec ce', 'œ'),
  western('es', 'el la los las de que y en un una del por con se para al su no más es como'),
  western('pt', 'de que do da em um uma para com não os as dos no na por se mais ao foi'),
  western('it', 'di che il la le in un una per del con non della si da dei sono è al alla nel'),
  western('nl', 'de het een van en in is dat op te met voor zijn niet aan er om ook die door', 'œ'),
  western('da', 'og i det at en den til er som på de med for af ikke der han har et var'),
  western('sv', 'och i att det en som på är av för med den till inte har om ett han de var'),
  western('nb', 'og i det er på som en til å for av med at har de ikke den et var han'),
  western('fi', 'ja on ei että se hän oli mutta myös kun ovat joka sen mukaan ole vuoden kuin'),
  western('ca', 'de la el que i en els les per del un una amb és no al ha van més'),
  western('is', 'og að í á er sem við til um en það ekki var hann fyrir með af', 'ðþý'),
  cyrillic(
    'ru',
    'ыъэё',
    'и в во не на что с со по как это к из у за от для его он они был было до при также о об',
  ),
  cyrillic('bg', 'ъ', 'на и да се в за от не с е по са че ще си към до като ще през след това'),
  cyrillic('sr', 'ђјљњћџ', 'је и у да на се за су од са који као није ће из што до по'),
  cyrillic('mk', 'ѓѕјљњќџ', 'на и во да се од за со е не ќе ги што кои како по'),
  cyrillic(
    'uk',
    'іїєґ’',
    'і й в у на не що з та до за як від про для це його був було після також із',
    UKRAINIAN,
  ),
  cyrillic('be', 'ыэёіў', 'і ў на не што з па у да як за ад для гэта', UKRAINIAN),
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
  central('pl', 'ąćęłńóśźż', 'w i na z ze że się do nie jest o po od za to jak przez dla oraz był są'),
  central('cs', 'áčďéěíňóřšťúůýž', 'a v ve na se je že z s o do za pro si by jako ale od po už podle'),
  central('sk', 'áäčďéíĺľňóôŕšťúýž', 'a v vo na sa je že z s o do za pre ako ale od po aj už podľa'),
  central('hu', 'áéíóöőúüű', 'a az és hogy nem is egy meg van csak volt már még ez de szerint lesz után'),
  central('sl', 'čšžćđ', 'in je v na za da se so ki z s po pa tudi kot bo od ne'),
  central('hr', 'čćđšž', 'i je u na da se za su od s iz koji kao nije će što do po'),
  central('ro', 'ăâîşţ', 'şi de în la a cu pe din că pentru nu care este au mai o un fost', CENTRAL),
  central('ro', 'ăâîșț', 'și de în la a cu pe din că pentru nu care este au mai o un fost', ['iso-8859-16']),
  central('sq', 'ëç', 'dhe të në e i për me një që nga është nuk ka më', [...CENTRAL, ...WESTERN]),
  central('lt', 'ąčęėįšųūž', 'ir kad į iš su yra tai bet buvo kaip už ar po dėl nuo apie', BALTIC),
  central('lv', 'āčēģīķļņšūž', 'un ir ar par no uz kas ka lai bet arī pēc kā bija tika', BALTIC),
  central('et', 'äõöüšž', 'ja on ei et see oli mis kui ka ta aga oma selle', [...BALTIC, ...WESTERN]),
  {
    language: 'vi',
    encodings: ['windows-1258'],
    letters: 'ăâđêôơưàáèéìíòóùúýãõ\u0300\u0301\u0303\u0309\u0323',
    words: words('và của là có trong được cho các một không với người này những đã để khi'),
  },
];
