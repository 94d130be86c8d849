import { phrases, words } from '../../words.ts';

/** The words of credits in scripts without capital letters, in which the form of a word does not show a name. */
export interface UncasedCredits {
  /** The script of the language, as a character class. A line without it is not read. */
  script: RegExp;
  /** Role labels that a colon, a slash or a dash follows: `تصوير: محمد علي`. */
  labels: readonly string[];
  /** Words that a name follows without a sign, at the start of a line: `بقلم محمد علي`. */
  openers: readonly string[];
  /**
   * Words that a name follows without a sign, if the name begins with a known first name. Without it the line may be
   * a heading: `كتب` also means books.
   */
  weakOpeners: readonly string[];
  /** First names, for `weakOpeners`. */
  firstNames: ReadonlySet<string>;
  /** Labels of the outlet that a text is taken from. */
  sources: readonly string[];
  /** What stands between two names besides a comma. */
  conjunction: RegExp;
  /** Names of agencies and newsrooms, which are credited like people. */
  desks: readonly string[];
  /** Words that occur in sentences and not in names. */
  notNames: ReadonlySet<string>;
}

/** First names that begin with the letter that is also the word for `and`. */
const WAW_NAMES =
  'وليد|وائل|وسام|وسيم|وفاء|وداد|وجدي|وجدان|ورد|وردة|وهيب|وضاح|وصال|وعد|وفيق|وهبي|وحيد|وديع|والي|وئام|ولاء';

export const ar: UncasedCredits = {
  script: /\p{Script=Arabic}/u,
  labels: phrases(`
    كتب | كتبت | كتبه | كتبته | كتب وصور | كتبت وصورت | بقلم | بقلم وعدسة | تصوير | تصوير فوتوغرافي | صور | صورة | الصورة
    الصور | عدسة | إعداد | اعداد | إعداد وتقديم | إعداد وتصوير | إعداد وتحرير | تحرير | تحرير ومراجعة | المحرر | محرر
    مراجعة | تدقيق | تدقيق لغوي | ترجمة | تقرير | التقرير | حوار | أجرى الحوار | أجرت الحوار | حاوره | حاورها | حاورته
    حاورتها | تحقيق | الكاتب | الكاتبة | المؤلف | المراسل | مراسل | مراسلة | مراسلنا | صحفي | مونتاج | إخراج | رسم | رسوم
    كاريكاتير | تصميم | جرافيك | غرافيك | إنفوغراف | فيديو | متابعة | تغطية | تقديم | رئيس التحرير | إشراف | بحث | نص | النص
    خبرنگار | نویسنده | گزارش | عکس | عکاس | مترجم | ترجمه | تنظیم | رپورٹ | رپورٹر | تصاویر | مصنف
  `),
  openers: phrases('بقلم | بقلم الكاتب | بقلم الكاتبة | بقلم الدكتور | بعدسة'),
  weakOpeners: phrases('كتب | كتبت | تصوير | إعداد | تحرير | ترجمة'),
  firstNames: new Set(
    words(`
      محمد أحمد احمد محمود علي حسن حسين عمر عمرو عثمان خالد سعيد سعد سالم سلمان سليمان إبراهيم ابراهيم إسماعيل اسماعيل
      يوسف موسى عيسى مصطفى عبدالله عبدالرحمن عبدالعزيز عبد طارق زياد زيد ماجد مجدي رامي سامي سمير كريم كمال جمال جلال
      نبيل نادر ناصر هشام هاني وليد وائل ياسر ياسين فهد فيصل فارس فادي فؤاد عادل عماد عصام أيمن أنس أسامة أشرف إيهاب باسم
      بلال بسام بدر تامر حازم حامد حمزة حمدي رضا رائد راشد زكي شادي شريف صالح صلاح ضياء طه عاصم عامر غسان قاسم لؤي مازن
      مروان معتز منير مهند نزار جورج بطرس إلياس طوني جوزيف
      سارة فاطمة مريم عائشة خديجة زينب نور نورا نورة هدى هند هبة ليلى لينا لمى منى مي مها ميساء رنا ريم رانيا رشا سلمى
      سميرة سعاد سناء شيماء صفاء عبير علا غادة فرح دينا دعاء داليا ديما أمل أماني آية آلاء إيمان إسراء أسماء أمينة بسمة
      حنان جميلة كريمة لطيفة نجلاء نهى نادية ندى ولاء وفاء ياسمين هالة هناء يارا
    `),
  ),
  sources: phrases('المصدر | المصادر | مصدر الصورة | منبع'),
  // The word for `and` is written together with the next word. A first name may begin with the same letter.
  conjunction: new RegExp(`\\s+و\\s+|\\s+و(?!(?:${WAW_NAMES})(?![\\p{L}\\p{M}]))(?=[\\p{L}]{3,})`, 'u'),
  desks: phrases('وكالات | الوكالات | رويترز | أ ف ب | أ.ف.ب | د ب أ | واس | وام | الأناضول | سانا | وفا'),
  notNames: new Set(
    words(`
      في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين أن إن كان كانت لم لن قد ما لا بعد قبل حول خلال بين عند كل
      أو ثم حتى منذ غير جديد جديدة قديمة قديم مدرسية أخرى آخر كبيرة كثيرة يوم أمس اليوم غدا صفحته صفحتها حسابه در از به که این
    `),
  ),
};

export const hi: UncasedCredits = {
  script: /\p{Script=Devanagari}/u,
  labels: phrases(`
    संवाददाता | विशेष संवाददाता | लेखक | लेखिका | रिपोर्ट | रिपोर्टर | फोटो | फ़ोटो | छायाचित्र | तस्वीर | संपादन | संपादक | अनुवाद | अनुवादक | पत्रकार
    प्रस्तुति | आलेख | वीडियो | बातमीदार | वार्ताहर | छायाचित्रकार | लेखन
  `),
  openers: [],
  weakOpeners: [],
  firstNames: new Set(),
  sources: phrases('स्रोत | स्त्रोत'),
  conjunction: /\s+(?:और|एवं|व|तथा)\s+/u,
  desks: phrases('एजेंसी | भाषा | पीटीआई | एएनआई'),
  notNames: new Set(words('का की के में से को ने पर है हैं था थे थी और या यह वह जो कि नहीं')),
};

export const he: UncasedCredits = {
  script: /\p{Script=Hebrew}/u,
  labels: phrases(
    'מאת | כתב | כתבה | כתבת | צילום | צילומים | תצלום | עריכה | עורך | עורכת | תרגום | תרגם | תרגמה | וידאו',
  ),
  openers: phrases('מאת'),
  weakOpeners: [],
  firstNames: new Set(),
  sources: phrases('מקור'),
  conjunction: /\s+ו(?=\p{L}{2,} \p{L})/u,
  desks: phrases('רויטרס'),
  notNames: new Set(words('את של על עם זה זו הוא היא לא כי אבל גם או אם')),
};

export const th: UncasedCredits = {
  script: /\p{Script=Thai}/u,
  labels: phrases('เรื่อง | ภาพ | เรื่องและภาพ | โดย | ผู้เขียน | ผู้สื่อข่าว | บรรณาธิการ | แปล | แปลโดย | ถ่ายภาพ'),
  openers: [],
  weakOpeners: [],
  firstNames: new Set(),
  sources: phrases('ที่มา'),
  conjunction: /\s+และ\s*/u,
  desks: [],
  notNames: new Set(words('ที่ และ เป็น ของ ใน')),
};

/** Each reads only its own script, so all are tried for every text. */
export const UNCASED: readonly UncasedCredits[] = [ar, hi, he, th];
