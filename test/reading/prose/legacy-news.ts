/** A news text in one language, and the single-byte encodings in which such texts occur. */
export interface LegacyNews {
  language: string;
  encodings: readonly string[];
  text: string;
}

export const LEGACY_NEWS: readonly LegacyNews[] = [
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
    text: 'Мост через реку снова открыт\n\nГородские власти сообщили, что движение по мосту восстановлено после трёх лет ремонта. Жители ждали этого на обоих берегах и пришли на рассвете. По словам инженера, работы стоили меньше, чем было предусмотрено, а опоры прослужат ещё полвека.',
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic'],
    text: 'Міст через річку знову відкрито\n\nМіська влада повідомила, що рух мостом відновлено після трьох років ремонту. Мешканці чекали на це на обох берегах і прийшли на світанку. За словами інженера, роботи коштували менше, ніж було передбачено, а опори прослужать іще пів століття.',
  },
  {
    language: 'Bulgarian',
    encodings: ['windows-1251', 'iso-8859-5', 'ibm866'],
    text: 'Мостът над реката отново е отворен\n\nОбщината съобщи, че движението по моста е възстановено след три години ремонт. Жителите чакаха това и на двата бряга и дойдоха призори. Според инженера работата е струвала по-малко от предвиденото, а опорите ще издържат още половин век.',
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    text: 'Άνοιξε ξανά η γέφυρα στον ποταμό\n\nΟ δήμος ανακοίνωσε ότι η κυκλοφορία στη γέφυρα αποκαταστάθηκε ύστερα από τρία χρόνια εργασιών. Οι κάτοικοι περίμεναν και στις δύο όχθες και ήρθαν την αυγή. Άλλοι έφεραν λουλούδια για τους εργάτες, όπως είπε ο μηχανικός.',
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255', 'iso-8859-8'],
    text: 'הגשר על הנהר נפתח מחדש\n\nהעירייה הודיעה כי התנועה על הגשר חודשה לאחר שלוש שנים של עבודות. התושבים חיכו על שתי הגדות ובאו עם שחר. לפי המהנדס העבודה עלתה פחות ממה שתוכנן, אבל היא ארכה יותר, וגם את המעקות החליפו כבר.',
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256', 'iso-8859-6'],
    text: 'فتح الجسر على النهر من جديد\n\nأعلنت البلدية أن حركة السير على الجسر عادت بعد ثلاث سنوات من الأعمال. وانتظر السكان هذا اليوم على الضفتين وجاؤوا مع الفجر. وقال المهندس إن العمل كلف أقل مما كان متوقعا في البداية، وإن الجسر الذي رمم لا يحتاج إلى شيء.',
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    text: 'Nehrin üzerindeki köprü yeniden açıldı\n\nBelediye, üç yıl süren çalışmaların ardından köprünün trafiğe açıldığını duyurdu. Şehir sakinleri bu günü iki kıyıda da bekledi ve şafakla birlikte geldi. Mühendis, işin öngörülenden daha ucuza bittiğini, ancak çok uzun sürdüğünü söyledi.',
  },
  {
    language: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Most na rzece znów otwarty\n\nWładze miasta podały, że ruch na moście przywrócono po trzech latach prac. Mieszkańcy czekali na to na obu brzegach i przyszli o świcie. Według inżyniera roboty kosztowały mniej, niż się spodziewano, a źródła finansowania są już zamknięte.',
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Most přes řeku je znovu otevřen\n\nMěsto oznámilo, že provoz na mostě byl obnoven po třech letech oprav. Lidé na to čekali na obou březích a přišli za úsvitu. Podle inženýra stály práce méně, než se předpokládalo, ale žádná z nich nebyla jednoduchá.',
  },
  {
    language: 'Hungarian',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Újra nyitva a híd a folyón\n\nAz önkormányzat közölte, hogy három év után helyreállt a forgalom a hídon. A lakók mindkét parton erre vártak, és már hajnalban eljöttek. A mérnök szerint a munka kevesebbe került, mint gondolták, de hosszú idő telt el, és nem volt könnyű.',
  },
  {
    language: 'Thai',
    encodings: ['windows-874'],
    text: 'สะพานข้ามแม่น้ำเปิดอีกครั้ง\n\nเทศบาลแจ้งว่าการจราจรบนสะพานกลับมาเป็นปกติหลังจากซ่อมแซมนานสามปี ชาวบ้านที่รออยู่ทั้งสองฝั่งได้มาตั้งแต่เช้ามืด วิศวกรกล่าวว่าค่าใช้จ่ายของงานไม่สูงเท่าที่คาดไว้ และจะใช้ได้อีกห้าสิบปี',
  },
  {
    language: 'French',
    encodings: ['windows-1252', 'iso-8859-15', 'macintosh'],
    text: 'Le pont sur la rivière rouvre\n\nLa mairie a annoncé que la circulation est rétablie après trois années de travaux. Les habitants l’attendaient sur les deux rives et sont venus dès l’aube. D’après l’ingénieur, l’œuvre a coûté moins que prévu, mais elle a duré plus longtemps.'.replaceAll(
      '’',
      "'",
    ),
  },
  {
    language: 'German',
    encodings: ['windows-1252', 'macintosh'],
    text: 'Brücke über den Fluss wieder geöffnet\n\nDie Stadt teilte mit, dass der Verkehr auf der Brücke nach drei Jahren Bauzeit wieder fließt. „Darauf haben wir gewartet“, sagten die Bürger an beiden Ufern, die schon früh kamen. Für die Pfeiler rechnet der Ingenieur mit fünfzig Jahren.',
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252', 'macintosh'],
    text: 'El puente sobre el río abre de nuevo\n\nEl ayuntamiento anunció que la circulación se restableció después de tres años de obras. «Lo esperábamos todos», dijo una vecina que llegó al amanecer. Según el ingeniero, la obra costó menos de lo previsto, aunque tardó más. ¿Cuánto durará?',
  },
  {
    language: 'Danish',
    encodings: ['windows-1252', 'macintosh'],
    text: 'Broen over åen er åben igen\n\nKommunen oplyser, at trafikken på broen kører efter tre års arbejde. Beboerne har ventet på det på begge bredder, og de kom før solopgang. Ingeniøren siger, at det ikke blev så dyrt, som man frygtede, men at det tog længere tid.',
  },
  {
    language: 'English',
    encodings: ['windows-1252'],
    text: 'The bridge over the river opens again\n\nThe council said that traffic is back after three years of work. “We had waited for this,” said a café owner on the far bank, who came at dawn. It’s cheaper than planned – by £2m – and is to last for fifty years.',
  },
];

/** Texts that are too short to detect their language or encoding: names, figures, a headline. */
export const UNKNOWN_NEWS: readonly LegacyNews[] = [
  { language: 'Cyrillic names', encodings: ['windows-1251', 'koi8-r'], text: 'Иванов, Петров, Сидоров: 3:0' },
  { language: 'Greek names', encodings: ['windows-1253'], text: 'Παπαδόπουλος, Γεωργίου, Νικολάου: 3:0' },
  { language: 'Polish headline', encodings: ['windows-1250', 'iso-8859-2'], text: 'Łódź: święto żeglugi' },
];
