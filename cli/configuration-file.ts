import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type ConfigurationFile, configurationFile } from '../shared/contract/configuration.ts';
import { EXIT, Failure } from './failure.ts';
import { pathText, type Problem, problemsOf } from './problems.ts';

/** Reads a wiredesk.yaml. Throws a Failure that names the file, the line and the field of each mistake. */
export function readConfigurationFile(path: string): ConfigurationFile {
  const lines = new LineCounter();
  const document = parseDocument(textOf(path), { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax) throw new Failure(`${path}: ${syntax.message}`, 'Correct the YAML.', EXIT.usage);
  const parsed = configurationFile.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const lineOf = (field: Problem['path']): number => {
    for (let depth = field.length; depth > 0; depth--) {
      const node = document.getIn(field.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const problems = problemsOf(parsed.error.issues).map(
    ({ path: field, message }) => `${path}:${lineOf(field)}: ${pathText(field)}: ${message}`,
  );
  throw new Failure(problems, 'Correct the file. Nothing was applied.', EXIT.usage);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Failure(`${path} cannot be read`, 'Give the path of a wiredesk.yaml.', EXIT.usage);
  }
}
