/**
 * A day on a line of its own, with or without a time: 4月13日, 2023-04-13 10:20, April 13, 2023. Looser than the forms
 * of `forms.ts`: any word may be the name of the month, and a date that is not in the calendar, such as 31 February, counts too.
 */
const DATE_LINE =
  /^[（(【]?(?:\d{2,4}[年./-]\s?\d{1,2}[月./-]\s?\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\p{L}{3,10}\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\p{L}{3,10}\.? (?:de )?\d{4})[\s，,T（(）)星期一二三四五六日上下午]*(?:\d{1,2}[:：時时]\d{0,2}分?(?::\d{2})?)?[）)】]?$/u;

/** Whether a line looks like a date and nothing else. */
export function isDateLine(line: string): boolean {
  return DATE_LINE.test(line);
}
