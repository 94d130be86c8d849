import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceiptView } from '../../shared/contract/receipt-view.ts';
import { decideOn, listArticles } from '../support/operate.ts';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

/** Mistakes that newsrooms make, sent over HTTP: nothing wrong is in any document, and each receipt says why. */
describe('mistakes of a newsroom', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk()));
  afterAll(() => wiredesk.stop());

  const submit = async (body: string, mediaType: string): Promise<ReceiptView> => {
    const answer = await wiredesk.send('POST', '/v1/sources/desk/submissions', {
      body,
      headers: { 'content-type': mediaType },
    });
    expect(answer.status).toBe(202);
    const receipt = await wiredesk.receiptOf(answer);
    await wiredesk.runUntilIdle();
    return receipt;
  };
  /** How many of the documents of both channels have the text. */
  const showing = async (text: string): Promise<number> => {
    const documents = [...(await wiredesk.documents('news')), ...(await wiredesk.documents('all'))];
    return documents.filter((document) => document.includes(text)).length;
  };
  const ALL = 6;

  test('a story whose front matter is broken and mentions an embargo waits until a person releases it', async () => {
    const story = [
      '---',
      'title: The theatre gets a new roof',
      '\tembargo: 2030-04-13 09:00',
      'tags: [theatre',
      '---',
      '',
      'Work on the roof begins in May, the theatre says.',
    ].join('\n');
    const { outcomes } = await submit(story, 'text/markdown');
    expect(outcomes).toMatchObject([{ outcome: 'withheld', code: 'FIELD_EMBARGO' }]);
    expect(outcomes[0]?.reason).toMatch(/embargo/i);
    expect(await showing('Work on the roof')).toBe(0);

    const { pipeline, working } = wiredesk.session;
    const waiting = await listArticles(pipeline, { limit: 10, waiting: true });
    expect(waiting).toMatchObject([{ standing: 'withheld', hidden: { code: 'FIELD_EMBARGO' } }]);
    await decideOn(pipeline, waiting[0]?.article ?? '', { action: 'release' }, working);
    await wiredesk.runUntilIdle();
    expect(await showing('Work on the roof')).toBe(ALL);
    expect(await listArticles(pipeline, { limit: 10, waiting: true })).toEqual([]);
  });

  test('a correction and a kill by the guid of Superdesk reach the story that was sent under it', async () => {
    const item = (members: object): string =>
      JSON.stringify({
        guid: 'urn:newsml:desk.example:2026-04-13:lamp',
        type: 'text',
        version: '1',
        headline: 'Lamps go out in the old town',
        ...members,
      });
    await submit(item({ body_html: '<p>All lamps are out.</p>', pubstatus: 'usable' }), 'application/json');
    expect(await showing('All lamps are out.')).toBe(ALL);
    await submit(
      item({ version: '2', body_html: '<p>Nine lamps are out.</p>', pubstatus: 'usable' }),
      'application/json',
    );
    expect([await showing('All lamps are out.'), await showing('Nine lamps are out.')]).toEqual([0, ALL]);

    const { outcomes } = await submit(item({ version: '3', pubstatus: 'canceled' }), 'application/json');
    expect(outcomes).toMatchObject([{ outcome: 'killed' }]);
    expect(await showing('lamps are out')).toBe(0);
  });

  test('a kill that names no article is refused, and says so', async () => {
    const nameless = { type: 'text', version: '1', headline: 'A nameless item', pubstatus: 'canceled' };
    const { outcomes } = await submit(JSON.stringify(nameless), 'application/json');
    expect(outcomes).toMatchObject([{ outcome: 'rejected', code: 'WITHDRAWAL_UNKNOWN' }]);
  });

  test('of an export of WordPress, only the published post is shown', async () => {
    const post = (title: string, rest: string): string =>
      `<item><title>${title}</title><guid isPermaLink="false">wp-${title.length}</guid>
       <content:encoded><![CDATA[The text of: ${title}.]]></content:encoded>${rest}</item>`;
    const status = (word: string, type = 'post'): string =>
      `<wp:status>${word}</wp:status><wp:post_type>${type}</wp:post_type>`;
    const posts = [
      post('The fair opens in June', status('publish')),
      post('Who pays for the fair?', status('draft')),
      post('A plan that is not public yet', status('private')),
      post(
        'Words for members of the club',
        `${status('publish')}<wp:post_password>sesame</wp:post_password>`,
      ),
      post('A menu', status('publish', 'nav_menu_item')),
    ];
    const { outcomes } = await submit(
      `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
       <channel><title>Desk</title><link>https://desk.example/</link>${posts.join('\n')}</channel></rss>`,
      'application/xml',
    );
    await wiredesk.runUntilIdle();
    expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual([
      expect.stringMatching(/^(?:stored|published)$/),
      'WITHHELD',
      'WITHHELD',
      'WITHHELD',
      'ITEM_KIND',
    ]);
    for (const { notes, reason = '' } of outcomes.slice(1)) expect([...notes, reason].join()).not.toBe('');
    expect(await showing('The text of: The fair opens in June')).toBe(ALL);
    for (const text of ['Who pays', 'not public yet', 'Words for members', 'A menu'])
      expect(await showing(text)).toBe(0);
  });
});
