/**
 * Chinese surnames in both scripts. A text that no label or bracket marks as a name is read as a name only if it
 * begins with one of these surnames.
 */
const SINGLE =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于於蒋蔣蔡余餘杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范範金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱丘江尹薛闫閆阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂塗成苗谷曲盛冉骆駱蓝藍路游遊辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺官封谈談匡鞠惠荆荊乐樂冀郁胥南班储儲原栗燕楚鄢劳勞谌諶奚皮粟冼蔺藺楼樓盘盤满滿闻聞位厉厲伊仝区區郜海阚闞花权權强強帅帥屠豆朴樸盖蓋练練廉禹井祖漆巴丰豐支卿国國狄平计計索宣晋晉相初门門云雲容敬来來扈晁都芮普阙闕浦戈伏鹿薄邸雍辜羊阿乌烏母裘亓修邰赫杭况況那宿鲜鮮印逯隆茹诺諾战戰慕危玉银銀亢嵇公哈湛宾賓戎勾茅利於居揭干但尉斯元束檀衣信展阴陰昝智幸奉植衡富尧堯闭閉由錢游簡粘涂賴赖鄞駱卓隗';

const COMPOUND =
  '欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 司徒 皇甫 尉迟 尉遲 令狐 慕容 夏侯 东方 東方 公孙 公孫 端木 南宫 南宮 长孙 長孫 宇文 独孤 獨孤 轩辕 軒轅 呼延 闻人 聞人 申屠 太史 张简 張簡 范姜 范姜';

const single: ReadonlySet<string> = new Set(SINGLE);
const compound: ReadonlySet<string> = new Set(COMPOUND.split(' '));

/** Number of characters of the surname at the start of a name; 0 if the name does not start with a surname. */
export function surnameLength(name: string): number {
  if (compound.has(name.slice(0, 2))) return 2;
  return single.has(name.slice(0, 1)) ? 1 : 0;
}
