#!/usr/bin/env node
// The command. It is not TypeScript, so that an older Node can load it and say which version is needed.
import './node-version.cjs';
import('./wiredesk.ts');
