import { describe, expect, test } from 'vitest';
import { stripReadings } from '../../../shared/reading/prose/readings.ts';

describe('readings are removed', () => {
  test.each([
    ['戰(zhàn)時', '戰時'],
    ['戰（zhàn）時', '戰時'],
    ['戰( zhàn )時', '戰時'],
    ['戰〔zhàn〕時', '戰時'],
    ['戰[zhàn]時', '戰時'],
    ['戰【zhàn】時', '戰時'],
    ['戰(ㄓㄢˋ)時', '戰時'],
    ['銀行（ㄧㄣˊ ㄏㄤˊ）', '銀行'],
    ['綠(lǜ)色', '綠色'],
    ['女(nǚ)子', '女子'],
    ['約(yuē)', '約'],
    ['二(èr)十', '二十'],
    ['風(fe\u0304ng)', '風'],
    ['當(dăng)', '當'],
    ['剛(ɡānɡ)', '剛'],
    ['戰(zhan4)時', '戰時'],
    ['綠(lv4)', '綠'],
    ['銀行(yínháng)', '銀行'],
    ['饕餮(tāo tiè)', '饕餮'],
    ['西安(Xī’ān)', '西安'],
    ['朋友(péngyou)', '朋友'],
    ['我的(de)書', '我的書'],
    ['他們(men)來了(le)', '他們來了'],
    ['𠮷(jí)', '𠮷'],
  ])('%s', (from, to) => expect(stripReadings(from).text).toBe(to));

  test('readings are counted', () => expect(stripReadings('戰(zhàn)時，風(fēng)').count).toBe(2));
});

describe('other text in brackets is kept', () => {
  test.each([
    '張三(CEO)說',
    '程序(app)',
    '太陽(sun)',
    '總值(GDP)',
    '（記者）',
    '今年(2023)',
    '方案(a)',
    '鄉鎮(街道)',
    '紙張(a4)',
    '座位(b1)',
    '咖啡(café)',
    '巴黎(Orléans)',
    '公司(IBM)',
    '他(he)',
    '大(da)',
    '中(zhong)',
    '(zhàn)',
    'A(zhàn)',
    '」(zhàn)',
    '戰(zhànshí)',
    '戰(zhàn',
    '戰(zhàn1)',
    '戰(zzàn)',
    '戰(zhàn]',
    '的(ma)',
    '戰()',
    '戰〔zhàn)時',
    '公報〔2023〕3號',
    '注音(ㄅㄆㄇ ㄈㄉㄊ ㄋㄌㄍ)',
    '(ㄓㄢˋ)',
    '戰(zhàn, war)',
    '女(wǒ hé nǐ)',
    '馬(má\u0301)',
  ])('%s', (text) => expect(stripReadings(text)).toEqual({ text, count: 0 }));
});
