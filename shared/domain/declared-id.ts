/**
 * Which declared ids are one id. Some senders change how they write an id without meaning another story: a site moves
 * from http to https, a CMS changes the case of a host or of a UUID. All these spellings have one normal spelling.
 */

const WEB = /^https?:\/\/([^/?#]*)/i;
const URN = /^urn:([a-z0-9][a-z0-9-]{0,31}):/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The normal spelling of a declared id:
 *
 * - Unicode normal form C, without white space at the ends;
 * - of a web address: scheme `https`, host in lower case, no port that is the default of its scheme (RFC 3986 section
 *   6.2.2.1 and 6.2.3; `http` counts as `https`). The rest of the address stays as it is;
 * - of a URN: `urn` and the namespace in lower case (RFC 8141 section 3.1);
 * - of a UUID, alone or as a URN: lower case (RFC 9562 section 4).
 */
export function normalId(declaredId: string): string {
  const id = declaredId.normalize('NFC').trim();
  const [start, authority] = WEB.exec(id) ?? [];
  if (start !== undefined && authority !== undefined) return webAddress(id, { start, authority });
  if (UUID.test(id)) return id.toLowerCase();
  const [prefix, namespace] = URN.exec(id) ?? [];
  if (prefix === undefined || namespace === undefined) return id;
  const name = id.slice(prefix.length);
  return `${prefix.toLowerCase()}${namespace.toLowerCase() === 'uuid' ? name.toLowerCase() : name}`;
}

function webAddress(id: string, { start, authority }: { start: string; authority: string }): string {
  const at = authority.lastIndexOf('@') + 1;
  const host = authority.slice(at).toLowerCase();
  const port = /^http:/i.test(id) ? ':80' : ':443';
  const ownHost = host.endsWith(port) ? host.slice(0, -port.length) : host;
  return `https://${authority.slice(0, at)}${ownHost}${id.slice(start.length)}`;
}

/**
 * The spellings under which an article with this id may be stored, the normal spelling first. Before ids had a normal
 * spelling, each spelling gave an article of its own; articles that were stored then keep their ids.
 */
export function spellingsOf(declaredId: string): string[] {
  const given = declaredId.normalize('NFC');
  const normal = normalId(declaredId);
  const trimmed = given.trim();
  const spellings = WEB.test(normal)
    ? [
        normal,
        given,
        ...[normal, trimmed].flatMap((id) => ['http', 'https'].map((scheme) => withScheme(id, scheme))),
      ]
    : [normal, given];
  return [...new Set(spellings)];
}

function withScheme(address: string, scheme: string): string {
  return address.replace(/^https?/i, scheme);
}
