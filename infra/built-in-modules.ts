import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * An esbuild plugin that makes the bundle load Node's own modules with `require`. When an ES module imports one, Node
 * reads every export of it once, so that the names can be bound; `node:http` then loads undici for its `WebSocket`,
 * which costs as much as a fifth of the SDK client and is used by nothing here. `require` reads no export.
 */
export const builtInsAtFirstUse: Plugin = {
  name: 'built-ins-at-first-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'import-statement' && isBuiltin(path)
        ? { path: path.replace(/^node:/, ''), namespace: 'built-in', sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = require('node:${path}')`,
      loader: 'js',
    }));
  },
};
