import { describe, expect, test } from 'vitest';
import { creditsIn } from '../../../../shared/reading/prose/credits/credits.ts';

const found = (text: string, language: string): string =>
  creditsIn(text, language)
    .flatMap((credit) =>
      credit.bylines.map(({ name, role }) => (role === undefined ? name : `${name}/${role}`)),
    )
    .join(' ');
const rest = (text: string, language: string): string | undefined => creditsIn(text, language).at(-1)?.rest;

describe('Chinese: a whole paragraph is credits', () => {
  test.each([
    ['（記者 張三 李四）', '張三/記者 李四/記者'],
    ['記者：張三、李四', '張三/記者 李四/記者'],
    ['记者张三李四', '张三/记者 李四/记者'],
    ['文/張三 圖/李四', '張三/文 李四/圖'],
    ['张三/文 李四/图', '张三/文 李四/图'],
    ['张三 文 李四 图', '张三/文 李四/图'],
    ['文字/摄影：张三', '张三/文字/摄影'],
    ['■本報記者 張三', '張三/記者'],
    ['本報記者 張三 通訊員 李四 攝影報道', '張三/記者 李四/通訊員'],
    ['楚天都市报极目新闻记者 张三', '张三/记者'],
    ['本报驻伦敦特派记者 张三', '张三/特派记者'],
    ['特約記者：張三；實習記者：李四', '張三/特約記者 李四/實習記者'],
    ['責任編輯：張三', '張三/責任編輯'],
    ['【編輯:張三】', '張三/編輯'],
    ['編輯丨張三', '張三/編輯'],
    ['责编张三 校对李四', '张三/责编 李四/校对'],
    ['责编：张三校对：李四', '张三/责编 李四/校对'],
    ['一審：張三 二審：李四 三審：王五', '張三/一審 李四/二審 王五/三審'],
    ['總監製：張三｜監製：李四｜美編：王五', '張三/總監製 李四/監製 王五/美編'],
    ['記者張三/台北報導', '張三/記者'],
    ['【記者張三／高雄報導】', '張三/記者'],
    ['張三、李四／綜合報導', '張三 李四'],
    ['圖／記者李四攝', '李四/記者'],
    ['記者：阿卜杜拉·買買提', '阿卜杜拉·買買提/記者'],
    ['作者：John Smith 翻译：李四', 'John Smith/作者 李四/翻译'],
    ['編輯：張　三', '張三/編輯'],
    ['編輯：文 靜', '文靜/編輯'],
    ['文：莫', '莫/文'],
    ['记者 欧阳明月', '欧阳明月/记者'],
    ['编辑：小K', '小K/编辑'],
    ['文：張三 圖：受訪者提供', '張三/文'],
    ['2023-04-13 10:20 来源：人民日报 作者：张三', '人民日报/来源 张三/作者'],
    ['（編輯：張三）1120413', '張三/編輯'],
    ['（中央社記者張三台北13日電）', '張三/記者'],
  ])('%s', (text, bylines) => {
    expect(found(text, 'zh-Hant')).toBe(bylines);
    expect(rest(text, 'zh-Hant')).toBe('');
  });
});

describe('Chinese: a part of a paragraph is credits and the other text is kept', () => {
  test.each([
    ['新華社北京4月13日電（記者張三）會議今天開幕。', '張三/記者', '新華社北京4月13日電 會議今天開幕。'],
    ['本報訊（記者 張三 通訊員 李四）昨日開會。', '張三/記者 李四/通訊員', '本報訊 昨日開會。'],
    ['［記者張三／台北報導］市府今天說明。', '張三/記者', '市府今天說明。'],
    ['記者張三／台北報導　市府今天說明。', '張三/記者', '市府今天說明。'],
    ['（中央社記者王小明華盛頓13日電）官員今天說。', '王小明/記者', '（中央社華盛頓13日電）官員今天說。'],
    ['【大公報訊】記者張三報道：昨日開幕。', '張三/記者', '【大公報訊】昨日開幕。'],
    ['會議圓滿結束。（記者 張三 攝）', '張三/記者', '會議圓滿結束。'],
    ['會議結束。責任編輯：張三', '張三/責任編輯', '會議結束。'],
    ['会议结束。（编辑：张三 李四）1120413', '张三/编辑 李四/编辑', '会议结束。'],
    ['本报讯（记者张三）会议开幕。（编辑：李四）', '张三/记者 李四/编辑', '本报讯 会议开幕。'],
  ])('%s', (text, bylines, left) => {
    expect(found(text, 'zh-Hans')).toBe(bylines);
    expect(rest(text, 'zh-Hans')).toBe(left);
  });
});

describe('credits in other languages', () => {
  test.each([
    ['en', 'By Jane Roe and John Doe', 'Jane Roe John Doe'],
    ['en', 'By JANE ROE, Staff Writer', 'JANE ROE'],
    ['en', 'By Jane Roe | The Example | April 13', 'Jane Roe'],
    ['en', '(Reporting by A. Roe in London; Editing by C. Poe)', 'A. Roe/Reporting C. Poe/Editing'],
    ['en', 'Photography: Jane Roe', 'Jane Roe/Photography'],
    ['en', 'Text by Jane Roe; video by John Doe', 'Jane Roe/Text John Doe/video'],
    ['en', 'By Jane Roe (text) and John Doe (photos)', 'Jane Roe/text John Doe/photos'],
    ['de', 'Text und Foto: Erika Mustermann', 'Erika Mustermann/Text und Foto'],
    ['de', 'Von Erika Mustermann (Text) und John Doe (Fotos)', 'Erika Mustermann/Text John Doe/Fotos'],
    [
      'de',
      'Von Erika Mustermann und Jane Roe (Text und Foto)',
      'Erika Mustermann/Text und Foto Jane Roe/Text und Foto',
    ],
    ['de', 'Von Erika Mustermann (dpa)', 'Erika Mustermann'],
    ['es', 'Por Ana Pérez, corresponsal', 'Ana Pérez'],
    ['es', 'Texto: Ana Pérez / Fotos: Luis Gil', 'Ana Pérez/Texto Luis Gil/Fotos'],
    ['de', 'Von Anna Müller und Jan von der Heide', 'Anna Müller Jan von der Heide'],
    ['de', 'Text: Anna Müller; Redaktion: Jan Klein', 'Anna Müller/Text Jan Klein/Redaktion'],
    ['fr', 'Par Jean Dupont, envoyé spécial à Rome', 'Jean Dupont'],
    ['fr', 'Texte : Jean Dupont | Photos : Zoé Petit', 'Jean Dupont/Texte Zoé Petit/Photos'],
    ['ja', '（記者　山田太郎）', '山田太郎/記者'],
    ['ja', '取材・文＝山田太郎', '山田太郎/取材・文'],
    ['ja', '写真：鈴木一郎　編集：高橋さくら', '鈴木一郎/写真 高橋さくら/編集'],
    ['ja', '（聞き手・山田太郎）', '山田太郎/聞き手'],
    ['en', '（記者 張三）', '張三/記者'],
  ])('%s: %s', (language, text, bylines) => expect(found(text, language)).toBe(bylines));
});

describe('text that is not credits is kept whole', () => {
  test.each([
    '記者從會上獲悉',
    '記者從會上獲悉，項目年底完工。',
    '記者：你怎麼看？',
    '記者：是的',
    '編輯部',
    '記者節',
    '記者 手記',
    '編輯工作很重要',
    '圖為活動現場',
    '來源於生活',
    '来源：网络',
    '作者簡介：張三，某大學教授',
    '張三 李四',
    '校對',
    '（編輯 部分內容有刪節）',
    '他說：張三',
    '时间：4月13日',
    '圖/資料照片',
    '作者认为：教育很重要',
    '4月13日',
    '文化',
    '技术方案',
    '设计：以人为本',
    '技术：自主创新',
    '图片 高清',
    '图：精彩瞬间',
    '编辑方针',
    '视频：现场直击',
    '制作方便',
    '（来源：小区门口的记者站）的牌子',
    '策划：让城市更有温度',
    '主持：欢迎大家收看',
  ])('%s', (text) => expect(creditsIn(text, 'zh-Hans')).toEqual([]));

  test.each([
    ['en', 'By the time he left, it was dark.'],
    ['en', 'By Popular Demand'],
    ['en', 'By Friday Evening'],
    ['en', 'Editing: text, photos'],
    ['en', 'Photo opportunities were rare (the weather by Tuesday).'],
    ['es', 'Por eso'],
    ['es', 'Por la tarde llovió.'],
    ['en', 'By Jane Roe (text) and the others (photos).'],
    ['en', 'By Appointment (text only)'],
    ['de', 'Von dort'],
    ['de', 'Von Anfang an'],
    ['fr', 'Par exemple'],
    ['fr', 'Par Ailleurs'],
    ['ja', '記者会見が開かれた'],
    ['ja', '記者は現場に向かった'],
    ['ja', '編集部'],
  ])('%s: %s', (language, text) => expect(creditsIn(text, language)).toEqual([]));
});
