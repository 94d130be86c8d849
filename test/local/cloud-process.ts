// Runs a local cloud in its own process, so that a test can end this process at any moment:
// `node cloud-process.ts ASSEMBLY STATE_DIR`.
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
