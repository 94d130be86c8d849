import type { Byline } from '../../../shared/domain/article.ts';

/** What generated articles are made of, by language: titles, prose that uses the rules' words, credits, boilerplate. */
export interface Material {
  language: string;
  titles: readonly string[];
  prose: readonly string[];
  names: readonly string[];
  /** Lines that credit the names handed over, with what they mean. */
  credits: readonly ((names: readonly string[]) => {
    line: string;
    bylines: Byline[];
    attach?: 'head' | 'tail';
  })[];
  boilerplate: readonly string[];
  related: readonly [heading: string, ...links: string[]];
}

const as = (role: string | undefined, ...names: (string | undefined)[]): Byline[] =>
  names.map((name = '') => (role === undefined ? { name } : { name, role }));

const zhHans: Material = {
  language: 'zh-Hans',
  titles: [
    '江边公园今起试开放',
    '老街修缮工程启动',
    '一座小城的早餐地图',
    '记者手记：雨中的车站',
    '编辑部的故事搬上舞台',
  ],
  prose: [
    '记者从会上获悉，全市今年将新建口袋公园二十座，方便居民就近休闲。',
    '“编辑工作看似简单，其实每个字都要负责。”他说，校对更是如此。',
    '据介绍，来源于山泉的水经过三道工序处理，水质达到饮用标准。',
    '统筹城乡发展，关键在人。当地请来规划师驻村，一住就是三年。',
    '摄影展将持续到月底，市民可扫描门口的二维码预约参观。',
    '作者在书中写道，城市的温度藏在清晨的豆浆里。',
    '相关新闻引起热议后，主管部门回应说，将尽快公布调查结果。',
    '他下载了客户端，却发现页面还停留在去年的公告上。',
  ],
  names: ['周明远', '何静', '林秋雨', '沈佳', '欧阳文山', '陈默', '阿卜杜拉·买买提', '吴昊', '赵一凡'],
  credits: [
    ([a, b]) => ({ line: `（记者 ${a} ${b}）`, bylines: as('记者', a, b) }),
    ([a, b]) => ({
      line: `本报记者 ${a} 通讯员 ${b} 摄影报道`,
      bylines: [...as('记者', a), ...as('通讯员', b)],
    }),
    ([a, b]) => ({ line: `文/${a} 图/${b}`, bylines: [...as('文', a), ...as('图', b)] }),
    ([a, b]) => ({ line: `责任编辑：${a}　校对：${b}`, bylines: [...as('责任编辑', a), ...as('校对', b)] }),
    ([a, b, c]) => ({
      line: `（来源：融媒体记者 ${a} ${b} 统筹：${c}）`,
      bylines: [...as('记者', a, b), ...as('统筹', c)],
    }),
    ([a]) => ({ line: `本报讯（记者 ${a}）`, bylines: as('记者', a), attach: 'head' }),
    ([a]) => ({ line: `（编辑：${a}）`, bylines: as('编辑', a), attach: 'tail' }),
  ],
  boilerplate: [
    '免责声明：本文仅代表作者个人观点，与本站无关。',
    '举报邮箱：desk@example.com',
    '版权声明：未经许可，不得转载本文。',
    '分享到：微信 微博 QQ空间',
    '长按识别二维码关注我们',
    '?小镇火了，游客挤满街巷！',
  ],
  related: ['相关阅读', '夜游航线下月恢复', '老码头将改建为博物馆'],
};

const zhHant: Material = {
  language: 'zh-Hant',
  titles: [
    '渡輪新航線開航 居民盼增加班次',
    '圖書館年底開放',
    '颱風外圍環流影響 山區慎防大雨',
    '記者節前夕的編輯室',
  ],
  prose: [
    '記者會上，市長說明捷運新線的工程進度，強調安全優先。',
    '編輯室的燈亮到深夜，校對的同事仍在核對數字與人名。',
    '攝影師說，來源不明的底片經過修復，終於能看清面容。',
    '監製這齣戲的導演表示，統籌各方意見花了最多時間。',
    '縣府表示，已撤離沿海住戶一百二十人，收容所備妥三日糧食。',
    '他在現場看到，延伸閱讀區擺滿了居民捐贈的舊書。',
    '有居民希望營辦商在繁忙時間增加班次，又說船費「比想像中便宜」。',
  ],
  names: ['林雅婷', '許志豪', '梁子聰', '馮樂怡', '羅文傑', '高志遠', '蔡宜君', '歐陽明月'],
  credits: [
    ([a]) => ({ line: `記者${a}／台北報導`, bylines: as('記者', a) }),
    ([a]) => ({ line: `【記者${a}／高雄報導】`, bylines: as('記者', a), attach: 'head' }),
    ([a, b]) => ({ line: `文：${a}　圖：${b}`, bylines: [...as('文', a), ...as('圖', b)] }),
    ([a, b]) => ({ line: `撰文：${a}｜責任編輯：${b}`, bylines: [...as('撰文', a), ...as('責任編輯', b)] }),
    ([a]) => ({ line: `（編輯：${a}）`, bylines: as('編輯', a), attach: 'tail' }),
    ([a, b]) => ({ line: `記者：${a}、${b}`, bylines: as('記者', a, b) }),
  ],
  boilerplate: [
    '※海港日報提醒您：天然災害可撥打1991',
    '下載海港日報App，即時掌握最新消息',
    '延伸閱讀：颱風假怎麼放 一張表看懂',
    '版權所有，不得轉載',
    '▶ 颱風動態一次看',
  ],
  related: ['相關新聞', '渡輪碼頭改善工程展開', '離島居民的一天'],
};

const latin = (
  language: string,
  by: string,
  and: string,
  labels: readonly [string, string, string],
  parts: Pick<Material, 'titles' | 'prose' | 'names' | 'boilerplate' | 'related'>,
): Material => ({
  language,
  ...parts,
  credits: [
    ([a]) => ({ line: `${by} ${a}`, bylines: as(undefined, a) }),
    ([a, b]) => ({ line: `${by} ${a} ${and} ${b}`, bylines: as(undefined, a, b) }),
    ([a, b]) => ({
      line: `${labels[0]}: ${a} / ${labels[1]}: ${b}`,
      bylines: [...as(labels[0], a), ...as(labels[1], b)],
    }),
    ([a, b]) => ({
      line: `(${labels[2]}: ${a}; ${labels[1]}: ${b})`,
      bylines: [...as(labels[2], a), ...as(labels[1], b)],
    }),
  ],
});

const en = latin('en', 'By', 'and', ['Text', 'Photos', 'Editing'], {
  titles: [
    'Harbour town votes to keep its ferry',
    'Library reopens after flood',
    'Editing the past: a museum rewrites its labels',
  ],
  prose: [
    'By the time the last ballots were counted, supporters had gathered on the quay.',
    'Reporting by the committee was late again this year, the auditors found.',
    'Editing the plan would have been easier than dropping it, the mayor told residents.',
    'Photos of the bridge were on display in the town hall until the end of March.',
    'Share prices rose as the ferry company announced a second boat for the summer.',
    'Related work in the harbour has been under way since the spring, engineers said.',
  ],
  names: ['Jane Roe', 'John Doe', 'Alex P. Sample', 'Robin Case-Lane', 'Max Poe', "Una O'Neil"],
  boilerplate: [
    'ADVERTISEMENT',
    'Read also: Bridge repairs to begin in May',
    'Follow us on Facebook',
    '© The Example. All rights reserved.',
  ],
  related: ['Related stories', 'Council sets budget', 'Storm closes the pier'],
});
const es = latin('es', 'Por', 'y', ['Texto', 'Fotos', 'Edición'], {
  titles: ['El mercado central abre de noche', 'La ciudad planta mil árboles', 'Un puente une dos barrios'],
  prose: [
    'Por eso muchos vecinos llegaron con sus hijos y se quedaron hasta la medianoche.',
    'Por la mañana, los comerciantes contaron las ventas y hablaron de un buen comienzo.',
    'El texto de la ordenanza no lo prohíbe, explicó una comerciante del mercado.',
    'La edición de este año reunió a más de doscientas familias en la plaza mayor.',
    'Las fotos de la inauguración se verán en la biblioteca durante todo el mes.',
  ],
  names: ['Ana Pérez', 'Luis Gil', 'Marta Ruiz de la Torre', 'Íñigo Sáez', 'Carmen López'],
  boilerplate: [
    'Publicidad',
    'Lea también: Los horarios del metro en verano',
    'Síguenos en Facebook',
    'Todos los derechos reservados',
  ],
  related: ['Noticias relacionadas', 'El metro amplía su horario', 'Nueva sala en el museo'],
});
const de = latin('de', 'Von', 'und', ['Text', 'Fotos', 'Redaktion'], {
  titles: [
    'Neue Brücke über den Fluss wird eröffnet',
    'Die Stadt pflanzt tausend Bäume',
    'Ein Markt kehrt zurück',
  ],
  prose: [
    'Von dort aus sind es nur wenige Minuten bis zum Bahnhof, sagte eine Sprecherin der Stadt.',
    'Die Redaktion hat die neue Strecke am Montag getestet und keine Mängel gefunden.',
    'Der Text der Verordnung wurde geändert, wie die Verwaltung am Dienstag mitteilte.',
    'Fotos aus der Bauzeit sind bis Ende Mai im Rathaus zu sehen.',
    'Werbung für den Umstieg auf die Bahn soll im Herbst folgen, hieß es weiter.',
  ],
  names: ['Anna Müller', 'Jan von der Heide', 'Jürgen Groß', 'Lena Klein-Schmidt', 'Tom Weber'],
  boilerplate: [
    'Anzeige',
    'Lesen Sie auch: So wird der Bahnhof umgebaut',
    'Alle Rechte vorbehalten',
    'Folgen Sie uns auf Facebook',
  ],
  related: ['Mehr zum Thema', 'Bahnhof wird umgebaut', 'Neuer Fahrplan ab Mai'],
});
const fr = latin('fr', 'Par', 'et', ['Texte', 'Photos', 'Édition'], {
  titles: [
    'La vieille halle retrouve ses marchands',
    'La ville plante mille arbres',
    'Un pont relie deux quartiers',
  ],
  prose: [
    'Par exemple, le fromager installé depuis trente ans a retrouvé sa place sous la halle.',
    'Par ailleurs, la mairie a promis de baisser les loyers pour les jeunes marchands.',
    'Le texte du règlement a changé, a expliqué une commerçante du quartier.',
    'L’édition de cette année a réuni plus de deux cents familles sur la grande place.',
    'Les photos des travaux seront exposées à la bibliothèque jusqu’à la fin du mois.',
  ],
  names: ['Jean Dupont', 'Zoé Petit', 'Anne-Marie Leroy', 'Éric de La Tour', 'Hugo Blanc'],
  boilerplate: [
    'Publicité',
    'À lire aussi : Les travaux du tramway prolongés',
    'Tous droits réservés',
    'Suivez-nous sur Facebook',
  ],
  related: ['Sur le même sujet', 'Le tramway prolongé', 'Une nouvelle salle au musée'],
});
const ja: Material = {
  language: 'ja',
  titles: ['駅前の商店街に新しい広場', '図書館が年内に開館へ', '記者が見た港の一日'],
  prose: [
    '記者会見で市長は「人が集まる場所にしたい」と話した。',
    '編集作業のように、少しずつ形にしていくという。',
    '写真展は月末まで開かれ、多くの市民が訪れている。',
    '取材に応じた店主は、三十年前の町並みを懐かしそうに語った。',
    '市は十三日、駅前の商店街に新しい広場を整備すると発表した。',
    '関連する工事は来月から始まり、来春の完成を見込む。',
  ],
  names: ['山田太郎', '鈴木花子', '佐藤一郎', '高橋さくら', '長谷川健太'],
  credits: [
    ([a]) => ({ line: `（記者　${a}）`, bylines: as('記者', a), attach: 'tail' }),
    ([a]) => ({ line: `取材・文＝${a}`, bylines: as('取材・文', a) }),
    ([a, b]) => ({ line: `写真：${a}　編集：${b}`, bylines: [...as('写真', a), ...as('編集', b)] }),
    ([a]) => ({ line: `（聞き手・${a}）`, bylines: as('聞き手', a) }),
  ],
  boilerplate: ['関連記事：バス路線の再編、住民説明会始まる', '無断転載を禁じます', '広告', '続きを読む'],
  related: ['あわせて読みたい', 'バス路線の再編', '港の朝市にぎわう'],
};

export const MATERIAL = [zhHans, zhHant, ja, en, es, de, fr];

/** How agencies begin a story; it is the story's own. */
export const DATELINES: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['新华社杭州4月13日电 ', '本报讯 ', '中新网太原4月13日电 '],
  'zh-Hant': ['（中央社台北13日電）', '【本報訊】', '【明報專訊】'],
  ja: ['【ベルリン共同】', '【ワシントン時事】'],
  en: ['HAVENMOUTH, April 13 (Newswire) - ', 'SPRINGFIELD (AE) — ', 'LONDON — '],
  es: ['Valmar, 13 abr (EJEMPLO).- ', 'MADRID — ', 'Valmar (EJEMPLO) - '],
  de: ['Berlin (dpa) - ', 'HAVENMÜNDE. ', 'Havenmünde/Berlin (epd). '],
  fr: ['VALMER, 13 avr 2026 (AEX) - ', 'VALMER (AEX) — ', 'Valmer, le 13 avril – '],
};

/** Characters of the prose above and how teaching texts print them with their readings. */
export const READINGS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'zh-Hans': [
    ['居民', '居(jū)民'],
    ['负责', '负(fù)责(zé)'],
    ['水质', '水质〔zhì〕'],
  ],
  'zh-Hant': [
    ['工程', '工(gōng)程'],
    ['深夜', '深〔shēn〕夜'],
    ['費用', '費（fèi）用'],
  ],
};
