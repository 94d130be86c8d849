// Loaded by NODE_OPTIONS: makes this Node say that it is an older one.
for (const [name, value] of [
  ['version', 'v20.20.2'],
  ['versions', { ...process.versions, node: '20.20.2' }],
]) {
  Object.defineProperty(process, name, { value });
}
