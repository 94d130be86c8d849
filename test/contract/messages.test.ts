import { expect, test } from 'vitest';
import {
  createdObjects,
  decisionBody,
  nowMessage,
  objectCreatedMessage,
  publishMessage,
} from '../../shared/contract/messages.ts';
import { NEWER } from './contract.ts';

const ARTICLE = '5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001';

test('a stage reads a message that a newer Wiredesk sent, and ignores its new members', () => {
  expect(nowMessage.parse({ article: ARTICLE, ...NEWER })).toEqual({ article: ARTICLE });
  const message = { feed: 'f', articles: [ARTICLE] };
  expect(publishMessage.parse({ ...message, ...NEWER })).toEqual(message);
});

test('publish reads messages of the version before, with articles, and of an operator, with the feed alone', () => {
  expect(publishMessage.parse({ feed: 'f', articles: [ARTICLE] })).toEqual({
    feed: 'f',
    articles: [ARTICLE],
  });
  expect(publishMessage.parse({ feed: 'f' })).toEqual({ feed: 'f', articles: [] });
});

test('a wake-up has an empty list of articles, without which the version before refuses it', () => {
  const wakeUp = { feed: 'f', articles: [], wakeUp: 'token' };
  expect(publishMessage.parse(wakeUp)).toEqual(wakeUp);
});

test('a message without its members, or with an invalid id, is refused', () => {
  expect(nowMessage.safeParse({}).success).toBe(false);
  expect(nowMessage.safeParse({ article: 'a' }).success).toBe(false);
  expect(publishMessage.safeParse({ articles: [] }).success).toBe(false);
});

test('a decision with an unknown member is refused, because the member could limit the decision', () => {
  const body = { action: 'embargo', by: 'Jane Roe' };
  expect(decisionBody.safeParse(body).success).toBe(true);
  expect(decisionBody.safeParse({ ...body, ...NEWER }).success).toBe(false);
});

test('normalise reads the key of a raw object from the message that announces the object', () => {
  const key = 'raw/desk/a b+ü';
  expect(createdObjects(objectCreatedMessage({ key }))).toEqual([{ key }]);
  expect(createdObjects(objectCreatedMessage({ key, size: 7 }))).toEqual([{ key, size: 7 }]);
});
