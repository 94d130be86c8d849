import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PartnerEntry, partnerEntry } from '../../shared/contract/configuration.ts';
import { apply, type Applied } from '../../shared/operations/apply/apply.ts';
import { fileInForce } from '../../shared/operations/configuration/stored-configuration.ts';
import { subscribeOutlet } from '../support/partner-outlets.ts';
import {
  addPartner,
  disablePartner,
  removePartner,
  rotateToken,
  unsubscribe,
  valueOf,
} from '../support/operate.ts';
import { basicAuthorization } from '../support/partner-outlets.ts';
import { CONFIGURATION, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

/** What commands decided about partners, and a file that is applied afterwards; read through the local CloudFront. */
let wiredesk: RunningWiredesk;
const tokens: Record<string, string> = {};
beforeAll(async () => (wiredesk = await startWiredesk({})));
afterAll(() => wiredesk.stop());

const listed = (id: string, members: object = {}): PartnerEntry =>
  partnerEntry.parse({
    id,
    name: id,
    subscriptions: [{ alias: 'top', channel: 'news', delay: 'PT2H' }],
    ...members,
  });
const FILE = ['off', 'gone', 'ended', 'slow', 'turned'].map((id) => listed(id));

async function applied(partners: PartnerEntry[], dryRun = false): Promise<Applied> {
  const { pipeline, working } = wiredesk.session;
  const result = valueOf(await apply(pipeline, { file: { ...CONFIGURATION, partners }, dryRun }, working));
  Object.assign(tokens, result.newPartnerTokens);
  return result;
}
const statusOf = async (id: string, token = tokens[id] ?? ''): Promise<number> =>
  (await wiredesk.read(`/p/${id}/top/rss.xml`, basicAuthorization(id, token))).status;

test('what commands decided stays when the same file is applied again, and the dry run names every right', async () => {
  const { pipeline, working } = wiredesk.session;
  const preview = await applied(FILE, true);
  expect(preview.grants).toHaveLength(2 * FILE.length);
  expect((await applied(FILE)).grants).toEqual(preview.grants);
  for (const { id } of FILE) expect([id, await statusOf(id)]).toEqual([id, 200]);

  await disablePartner(pipeline, 'off', working);
  await removePartner(pipeline, 'gone', working);
  await unsubscribe(pipeline, 'ended', 'top', working);
  await subscribeOutlet(wiredesk, 'slow', { alias: 'top', channel: 'news', delayMinutes: 600 });
  const { token } = await rotateToken(pipeline, 'turned', 'now', working);
  const own = await addPartner(pipeline, { id: 'own', name: 'Own' }, working);
  await subscribeOutlet(wiredesk, 'own', { alias: 'top', channel: 'news' });

  const again = await applied(FILE);
  expect(again).toMatchObject({ differences: [], grants: [], newPartnerTokens: {} });
  expect(again.kept).toHaveLength(5);
  const statuses = { off: 401, gone: 401, ended: 404, slow: 200, turned: 401 };
  for (const [id, status] of Object.entries(statuses)) expect([id, await statusOf(id)]).toEqual([id, status]);
  expect([await statusOf('turned', token), await statusOf('own', own.token)]).toEqual([200, 200]);
  const slow = (await pipeline.partners.list()).find(({ partner }) => partner.name === 'slow');
  expect(slow?.partner.subscriptions[0]?.delayMinutes).toBe(600);

  const words = [listed('off', { disabled: false }), ...FILE.slice(1)];
  expect((await applied(words, true)).grants[0]).toBe('partner off may read again: its tokens work again');
  await applied(words);
  expect(await statusOf('off')).toBe(200);
}, 120_000);

test('the configuration in force, applied as a file, changes nothing', async () => {
  const { pipeline, working } = wiredesk.session;
  const file = valueOf(await fileInForce(pipeline));
  expect(file?.sources).toEqual(CONFIGURATION.sources);
  const result = file && valueOf(await apply(pipeline, { file }, working));
  expect(result).toMatchObject({ differences: [], grants: [], kept: [], newTokens: {} });
});
