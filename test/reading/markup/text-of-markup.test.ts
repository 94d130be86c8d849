import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import {
  AS_SHOWN,
  AS_WRITTEN,
  textOfMarkup,
  textOfNodes,
  type TextRule,
} from '../../../shared/reading/markup/text-of-markup.ts';

const EVERY_TAG: TextRule = { separates: () => true };

describe.each<[string, (html: string, rule: TextRule) => string]>([
  ['of HTML', textOfMarkup],
  ['of a tree', (html, rule) => textOfNodes(parseDocument(html).children, rule)],
])('text %s', (_, textOf) => {
  test.each<[string, TextRule, string, string]>([
    ['inline elements add no space', AS_SHOWN, 'One <b>t</b>wo', 'One two'],
    ['paragraphs are separated by spaces', AS_SHOWN, '<p>One</p><p>two</p>', ' One  two '],
    ['a line break is a space', AS_SHOWN, 'One<br>two', 'One  two'],
    ['scripts and styles are left out', AS_SHOWN, 'One<script>x()</script><style>p{}</style> two', 'One two'],
    ['character references are decoded', AS_SHOWN, 'A &amp; B &lt;C&gt;', 'A & B <C>'],
    ['comments are left out', AS_SHOWN, 'One<!-- no --> two', 'One two'],
    ['AS_WRITTEN adds nothing', AS_WRITTEN, '<p>One</p><p>two</p>', 'Onetwo'],
    ['a rule can put spaces around every element', EVERY_TAG, 'O<b>n</b>e', 'O n e'],
  ])('%s', (_name, rule, html, text) => {
    expect(textOf(html, rule)).toBe(text);
  });
});

test('the text of HTML is read at any depth', () => {
  expect(textOfMarkup(`${'<b>'.repeat(100_000)}Deep`, AS_SHOWN)).toBe('Deep');
});

test('a rule can leave out a single element of a tree', () => {
  const { children } = parseDocument('<i>At dawn</i> <i>Jane Roe</i>');
  const credit = children[2];
  expect(textOfNodes(children, { ...AS_WRITTEN, omits: (element) => element === credit })).toBe('At dawn ');
});
