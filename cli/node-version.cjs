// Ends a process of an older Node with one message. An older Node cannot run the TypeScript files and would print a
// stack trace. So this file is plain JavaScript without newer syntax, and it is loaded before all others.
var NEEDED = 24;

if (!(parseInt(process.versions.node, 10) >= NEEDED)) {
  process.stderr.write(
    'wiredesk: Node.js ' +
      NEEDED +
      ' or newer is needed; this is ' +
      process.version +
      ' (' +
      process.execPath +
      ')\n' +
      '  "npm ci" installs it here, and "npm start" and "npx wiredesk" use it. Or put it first on the PATH.\n',
  );
  process.exit(1);
}
