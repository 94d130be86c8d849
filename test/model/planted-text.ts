import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { USE_CASES, type UseCases } from './stage-services.ts';

/** A fault in the product's code: in one file, the text `from` is replaced by the text `to`. */
export interface PlantedText {
  /** Path from the project's root. */
  file: string;
  /** The text to replace. It occurs exactly once in the file. */
  from: string;
  to: string;
}

const ROOT = join(import.meta.dirname, '..', '..');
const QUERY = 'planted=';
const PRODUCT = /^(functions|shared)\//;

/**
 * Imports the use cases with the fault in them, as separate modules beside the correct modules. Throws if `from`
 * does not occur exactly once in the file.
 */
export async function plantedUseCases(text: PlantedText): Promise<UseCases> {
  const found = readFileSync(join(ROOT, text.file), 'utf8').split(text.from).length - 1;
  if (found !== 1) {
    throw new Error(
      `${text.file} contains "${text.from}" ${found} times instead of once: adapt the planted fault to the changed code`,
    );
  }
  const query = QUERY + Buffer.from(JSON.stringify(text)).toString('base64url');
  const load = async (path: string): Promise<unknown> =>
    import(/* @vite-ignore */ `${join(ROOT, path)}?${query}`);
  const modules = await Promise.all(
    [
      'shared/contract/store-submission.ts',
      'functions/normalise/normalise.ts',
      'functions/fan-out/fan-out.ts',
      'functions/publish/publish.ts',
    ].map(load),
  );
  // The sweep is that of the product without the fault: no planted fault is in it.
  return Object.assign({ ...USE_CASES }, ...modules) as UseCases;
}

/**
 * The Vite plugin that makes the replacement. A module whose import has the query passes the query on to all modules
 * that it imports, so that the file with the fault is loaded again, with the replaced text.
 */
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
