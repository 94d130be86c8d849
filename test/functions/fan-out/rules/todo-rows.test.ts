import { expect, test } from 'vitest';
import { todoRows } from '../../../../functions/fan-out/rules/todo-rows.ts';
import { articleIdOf, asInstant, feedIdOf } from '../../../support/ids.ts';

const AT = asInstant('2026-04-13T09:00:00.000Z');
const articles = Array.from({ length: 41 }, (_, at) => articleIdOf(`a${at}`));

test('each row has at most 20 articles and a token of its own, and no article is lost', () => {
  let tokens = 0;
  const rows = todoRows([{ feed: feedIdOf('f'), articles }], AT, () => `t${++tokens}`);
  expect(rows.map((row) => [row.token, row.articles.length])).toEqual([
    ['t1', 20],
    ['t2', 20],
    ['t3', 1],
  ]);
  expect(rows.flatMap((row) => row.articles)).toEqual(articles);
});

test('a feed without articles has one row without articles', () => {
  expect(todoRows([{ feed: feedIdOf('f'), articles: [] }], AT, () => 't')).toEqual([
    { feed: 'f', at: AT, token: 't', articles: [] },
  ]);
});
