import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { type ConfigurationFile, configurationFile } from '../shared/contract/configuration.ts';
import { EXIT, Failure } from './failure.ts';

/** Reads wiredesk.yaml. Throws a Failure that names file, line and field. */
export function readConfigurationFile(path: string): ConfigurationFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Failure(`${path} cannot be read`, 'Give the path of a wiredesk.yaml.', EXIT.usage);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) throw new Failure(`${path}: ${syntax.message}`, 'Correct the YAML.', EXIT.usage);
  const parsed = configurationFile.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: field, message }) => {
    const node = document.getIn(field as (string | number)[], true) as
      { range?: [number, number, number] } | undefined;
    const line = node?.range ? lines.linePos(node.range[0]).line : 1;
    return `${path}:${line}: ${field.join('.')}: ${message}`;
  });
  throw new Failure(problems.join('\n'), 'Nothing was applied.', EXIT.usage);
}
