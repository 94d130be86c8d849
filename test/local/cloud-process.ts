// A local cloud as a process of its own, for tests that end it without a goodbye: `node cloud-process.ts ASSEMBLY STATE`.
import { startCloud } from '../../local/cloud.ts';

const [, , assembly = '', stateDir = ''] = process.argv;
const { endpoint, credentials, outputs } = await startCloud({
  assembly,
  stateDir,
  port: 0,
  tickSeconds: 'idle',
  log: (line) => console.error(line),
});
process.send?.({ endpoint, credentials, outputs });
