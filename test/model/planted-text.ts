import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { UseCases } from './stage-services.ts';

/** A fault in the product's text: in this file, what stands there once is read as something else. */
export interface PlantedText {
  /** From the project's root. */
  file: string;
  from: string;
  to: string;
}

const ROOT = join(import.meta.dirname, '..', '..');
const QUERY = 'planted=';
const PRODUCT = /^(functions|shared)\//;

/** The use cases with the fault in them, beside the sound ones. Throws if the text no longer stands there once. */
export async function plantedUseCases(text: PlantedText): Promise<UseCases> {
  const found = readFileSync(join(ROOT, text.file), 'utf8').split(text.from).length - 1;
  if (found !== 1) {
    throw new Error(`${text.file} has "${text.from}" ${found} times: write the planted fault anew`);
  }
  const query = QUERY + Buffer.from(JSON.stringify(text)).toString('base64url');
  const load = async (path: string): Promise<unknown> =>
    import(/* @vite-ignore */ `${join(ROOT, 'functions', path)}?${query}`);
  const modules = await Promise.all(
    [
      'ingest/ingest.ts',
      'normalise/normalise.ts',
      'fan-out/fan-out.ts',
      'fan-out/sweep.ts',
      'publish/publish.ts',
    ].map(load),
  );
  return Object.assign({}, ...modules) as UseCases;
}

/** Of a module that is imported with the query, all the product's modules it imports have it as well. */
export function plantedText(): Plugin {
  return {
    name: 'planted-text',
    enforce: 'pre',
    async resolveId(source, importer) {
      const query = importer?.split('?')[1];
      if (!query?.startsWith(QUERY) || !source.startsWith('.')) return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `${resolved.id.split('?')[0] ?? ''}?${query}`;
    },
    transform(code, id) {
      const [path = '', query] = id.split('?');
      if (!query?.startsWith(QUERY) || !PRODUCT.test(relative(ROOT, path))) return undefined;
      const text = Buffer.from(query.slice(QUERY.length), 'base64url').toString('utf8');
      const { file, from, to } = JSON.parse(text) as PlantedText;
      return relative(ROOT, path) === file ? { code: code.replace(from, () => to), map: null } : undefined;
    },
  };
}
