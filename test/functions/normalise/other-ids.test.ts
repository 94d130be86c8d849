import { describe, expect, test } from 'vitest';
import { articleId } from '../../../shared/domain/identity.ts';
import { findArticle } from '../../../shared/operations/articles/find-article.ts';
import { Intake } from './intake.ts';

const story = (members: object): string =>
  JSON.stringify({
    type: 'text',
    pubstatus: 'usable',
    language: 'en',
    headline: 'Ferry returns',
    body_html: '<p>It sailed.</p>',
    ...members,
  });
const kill = (members: object): string => story({ ...members, pubstatus: 'canceled', headline: 'KILL' });

describe('the other ids that a stored article states', () => {
  test.each([
    ['guid beside a uri', { uri: 'u', guid: 'g' }, { guid: 'g' }],
    ['guid beside a uri, as a uri', { uri: 'u', guid: 'g' }, { uri: 'g' }],
    ['an alternative id', { uri: 'u', altids: [{ role: 'cms', value: 'a' }] }, { uri: 'a' }],
    ['one of two alternative ids', { uri: 'u', altids: ['a', 'b'] }, { guid: 'b' }],
    [
      'an id by the name of its system',
      { uri: 'u', altids: { cms: '77', etag: 'x' } },
      { altids: { cms: '77' } },
    ],
    ['a number', { uri: 'u', altids: [{ value: 77 }] }, { uri: '77' }],
    [
      'a web address in another scheme',
      { uri: 'u', altids: ['http://a.example/1'] },
      { uri: 'https://a.example/1' },
    ],
    [
      'an alternative id beside a uri that is not known',
      { uri: 'u', altids: ['a'] },
      { uri: 'new', altids: ['a'] },
    ],
  ])('a withdrawal by %s withdraws the article', async (_, members, withdrawal) => {
    const intake = new Intake();
    await intake.send(story(members));
    const [outcome] = await intake.send(kill(withdrawal));
    expect(outcome?.outcome).toBe('decided');
    expect(outcome?.notes.join()).not.toContain('no article with this id');
    expect(await intake.shown()).toEqual([]);
  });

  test('a withdrawal by another id may come first', async () => {
    const intake = new Intake();
    await intake.send(kill({ uri: 'a' }));
    await intake.send(story({ uri: 'u', altids: ['a'] }));
    expect(await intake.shown()).toEqual([]);
  });

  test('a correction by the other id alone is a version of the same article', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u', guid: 'g' }));
    await intake.send(story({ guid: 'g', headline: 'Ferry is late' }));
    expect(await intake.shown()).toEqual(['Ferry is late']);
  });

  test('an id that several articles state names none of them in a withdrawal with an id of its own', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u1', altids: ['sports'], headline: 'One' }));
    await intake.send(story({ uri: 'u2', altids: ['sports'], headline: 'Two' }));
    await intake.send(kill({ uri: 'u1', altids: ['sports'] }));
    expect(await intake.shown()).toEqual(['Two']);
    await intake.send(kill({ uri: 'u9', altids: ['sports'] }));
    expect(await intake.shown()).toEqual(['Two']);
    await intake.send(story({ uri: 'u3', altids: ['sports'], headline: 'Three' }));
    expect((await intake.shown()).toSorted()).toEqual(['Three', 'Two']);
  });

  test('a withdrawal of a stored article does not reach another one through an id that only that one states', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u1', altids: ['event'], headline: 'One' }));
    await intake.send(story({ uri: 'u2', headline: 'Two' }));
    await intake.send(kill({ uri: 'u2', altids: ['event'] }));
    expect(await intake.shown()).toEqual(['One']);
  });

  test('a withdrawal that has only an id which several articles state withdraws them all', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u1', altids: ['event'], headline: 'One' }));
    await intake.send(story({ uri: 'u2', altids: ['event'], headline: 'Two' }));
    await intake.send(kill({ uri: 'event' }));
    expect(await intake.shown()).toEqual([]);
  });

  test('two stories of one submission stay two if one states the id of the other', async () => {
    const intake = new Intake();
    const both = [
      story({ uri: 'u1', altids: ['u2'], headline: 'One' }),
      story({ uri: 'u2', headline: 'Two' }),
    ];
    await intake.send(`[${both.join()}]`);
    await intake.send(`[${both.toReversed().join()}]`);
    expect((await intake.shown()).toSorted()).toEqual(['One', 'Two']);
    await intake.send(kill({ uri: 'u2' }));
    expect(await intake.shown()).toEqual(['One']);
  });

  test('a person finds the article by its other id', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u', altids: ['a'] }));
    expect(await findArticle(intake.cloud, 'desk:a')).toMatchObject({
      ok: true,
      value: { article: articleId('desk', 'u') },
    });
  });
});

describe('evolvedfrom', () => {
  test.each([
    ['another id of the story', 'a'],
    ['an object', { uri: 'u1' }],
    ['a list', ['u1']],
    ['a list of objects', [{ value: 'u1' }]],
  ])('as %s replaces the story', async (_, evolvedfrom) => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u1', altids: ['a'] }));
    await intake.send(story({ uri: 'u2', evolvedfrom, headline: 'Ferry is late' }));
    expect(await intake.shown()).toEqual(['Ferry is late']);
  });

  test('with several ids replaces the first, and a note says so', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u1' }));
    const [outcome] = await intake.send(
      story({ uri: 'u2', evolvedfrom: ['u1', 'u0'], headline: 'Ferry is late' }),
    );
    expect(outcome?.notes.join()).toContain('only the first of 2 stories');
    expect(await intake.shown()).toEqual(['Ferry is late']);
  });

  test('and a kill in one submission about one story are both in its history', async () => {
    const intake = new Intake();
    await intake.send(story({ uri: 'u1' }));
    const items = [story({ uri: 'u2', evolvedfrom: 'u1' }), story({ uri: 'u1', pubstatus: 'canceled' })];
    const envelope = await intake.accept(`[${items.join(',')}]`);
    const actions = async (): Promise<string[]> =>
      (await intake.cloud.articles.decisions(articleId('desk', 'u1'), 10))
        .map(({ action }) => action)
        .toSorted();
    await intake.normalise(envelope);
    expect(await actions()).toEqual(['hold', 'kill']);
    await intake.normalise(envelope);
    expect(await actions()).toEqual(['hold', 'kill']);
  });
});
