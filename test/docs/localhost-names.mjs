// Loaded into the commands that the tester runs. The SDK puts the account before the host name of a key-value store
// (`000000000000.localhost`), and not every system finds names below localhost (RFC 6761 section 6.3).
import dns from 'node:dns';

const { lookup } = dns;
dns.lookup = (name, ...rest) => lookup(name.endsWith('.localhost') ? '127.0.0.1' : name, ...rest);
