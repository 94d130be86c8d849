import type { Credited } from './credited.ts';
import { isBareName } from './han-names.ts';
import type { HanCredits } from './rules/rule.ts';

/**
 * The line that WeChat and similar platforms print below the headline: the mark 原创 (original), the author, the
 * account, the time, and the province of the account.
 */

const LONGEST = 80;

/** The date and the time, and the province after them with or without 发表于. */
const STAMP =
  /\s+(?:(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2}月\d{1,2}日|昨天|今天|前天)(?:\s+\d{1,2}[:：]\d\d(?::\d\d)?)?((?:\s+(?:[发發][表布佈][于於]|IP[属屬]地)?\s?[:：]?\s?\p{Script=Han}{2,4})?)$/u;

/** The names of the account and its author before the stamp. */
const NAMES =
  /^((?:原创|原創|转载|轉載|作者|文)(?:\s*[:：|｜丨]\s*|\s+))?(\S{2,20})(?:\s+(\S{2,20}))?(?:\s+(\S{2,20}))?$/u;

const PROVINCES =
  /(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|臺灣|內蒙古|内蒙古|广西|廣西|西藏|宁夏|新疆|香港|澳门|澳門|海外|重慶|遼寧|黑龍江|江蘇|廣東|雲南|陝西|貴州|寧夏|山東|美国|日本|英国)$/u;

/** The line above a story that an account took from another one: 以下文章来源于山海记忆 ，作者张三 */
const TAKEN_FROM =
  /^(?:以下文章|本文)[来來]源[于於自][:：]?\s*\S{2,20}\s*[，,]\s*(?:作者|文)\s*[:：|｜丨]?\s*(\S{2,12}(?:[\s、]\S{2,12}){0,3})[。.]?$/u;

/** Reads such a line: 原创 张三 山海观察 2026-03-11 08:30 江苏. The time alone does not make a line one of these. */
export function accountLine(line: string, rules: HanCredits): Credited | undefined {
  if (line.length > LONGEST) return undefined;
  const taken = TAKEN_FROM.exec(line)?.[1]?.split(/[\s、]+/u);
  if (taken !== undefined) {
    const bylines = taken.filter((name) => isBareName(name, rules)).map((name) => ({ name }));
    return { bylines, removed: line, rest: '' };
  }
  if (/[。，！？；]/u.test(line)) return undefined;
  const stamp = STAMP.exec(line);
  if (stamp === null) return undefined;
  const [, mark, first = '', second, third] = NAMES.exec(line.slice(0, stamp.index).trim()) ?? [];
  const isMarked = mark !== undefined;
  if (first === '' || !(isMarked || PROVINCES.test(stamp[1] ?? ''))) return undefined;
  // The last name is the account. Authors come before it.
  const authors = [first, second, third].filter((name) => name !== undefined).slice(0, -1);
  const names = authors.filter((name) => isBareName(name, rules));
  if (!isMarked && authors.length > 0 && names.length === 0) return undefined;
  return { bylines: names.map((name) => ({ name })), removed: line, rest: '' };
}
