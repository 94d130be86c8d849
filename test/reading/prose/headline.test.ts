import { describe, expect, test } from 'vitest';
import { chooseHeadline, headlineFrom } from '../../../shared/reading/prose/headline.ts';

const body = '市府今天說明，新的圖書館將於年底開放，歡迎學生與長者使用。';

describe('a first paragraph that reads as a title is the headline and not part of the body', () => {
  test.each([
    ['新的圖書館年底開放', '新的圖書館年底開放'],
    ['标题：一条老街的新生活', '一条老街的新生活'],
    ['# Ferry stays', 'Ferry stays'],
    ['誰來守護老街？', '誰來守護老街？'],
    ['Ferry vote: town says no', 'Ferry vote: town says no'],
  ])('%s', (title, headline) => expect(chooseHeadline([title, body])).toEqual({ headline, paragraph: 0 }));

  test('a date before the title stays in the body', () => {
    expect(chooseHeadline(['2023年4月13日', '圖書館開放', body])).toEqual({
      headline: '圖書館開放',
      paragraph: 1,
    });
  });
});

describe('without a title, the headline is made from a paragraph and every paragraph stays', () => {
  test.each([
    [['新華社北京4月13日電 會議今天開幕', body]],
    [['（本報訊）會議今天開幕', body]],
    [['▲圖為活動現場', body, body]],
    [[body, body]],
    [['圖書館開放']],
    [['The city said on Tuesday that the ferry stays.', 'It will run until May.']],
  ])('%j', (texts) => expect(chooseHeadline(texts)?.paragraph).toBeUndefined());

  test.each([
    [
      '會議今天圓滿結束。與會者下午離開會場，各自返回工作崗位，繼續推動各項工作，直到年底完成。',
      '會議今天圓滿結束',
    ],
    [`${'與會者下午離開會場'.repeat(3)}，${'各自返回工作崗位'.repeat(4)}。`, '與會者下午離開會場'.repeat(3)],
    [
      'Dr. Roe told the council that the ferry would stay. It then turned to other matters of the town and its harbour.',
      'Dr. Roe told the council that the ferry would stay',
    ],
  ])('%s', (text, headline) => expect(headlineFrom(text)).toBe(headline));

  test('a headline that is made from a paragraph has whole words and at most 90 characters, or 40 Han characters', () => {
    const latin = headlineFrom('ferry '.repeat(60));
    expect(latin.length).toBeLessThanOrEqual(90);
    expect(latin).toMatch(/^(?:ferry )*ferry$/);
    expect([...headlineFrom('船'.repeat(300))]).toHaveLength(40);
  });
});

test('without text there is no headline', () => expect(chooseHeadline([])).toBeUndefined());
