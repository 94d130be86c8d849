type Fields = Readonly<Record<string, unknown>>;

const has = (value: unknown, ...keys: readonly string[]): boolean =>
  value !== null && typeof value === 'object' && keys.every((key) => Object.hasOwn(value, key));

/** Kinds of JSON that programs send and that are no articles, or articles in a form that Wiredesk does not read. */
const KINDS: readonly { name: string; is: (value: Fields) => boolean }[] = [
  {
    name: 'a Slack message',
    is: (value) => has(value, 'channel') || has(value, 'team_id', 'event') || isBlocks(value),
  },
  {
    name: 'a GitHub webhook',
    is: (value) => has(value, 'repository') && (has(value, 'sender') || has(value, 'ref')),
  },
  { name: 'a GitLab webhook', is: (value) => has(value, 'object_kind') },
  { name: 'a Telegram update', is: (value) => has(value, 'update_id') },
  { name: 'a Discord message', is: (value) => has(value, 'embeds') },
  {
    name: 'a package.json',
    is: ({ name, version, ...value }) =>
      name !== undefined &&
      version !== undefined &&
      ['dependencies', 'devDependencies', 'scripts', 'main', 'exports', 'license'].some((key) =>
        has(value, key),
      ),
  },
  { name: 'an entry of Contentful', is: (value) => has(value, 'sys', 'fields') || has(value['sys'], 'type') },
  { name: 'a document of Sanity', is: (value) => has(value, '_type', '_id') },
  {
    name: 'JSON:API (Drupal)',
    is: (value) => has(value, 'jsonapi') || has(value['data'], 'type', 'attributes'),
  },
  {
    name: 'an entry of Strapi',
    is: ({ data }) => has(Array.isArray(data) ? data[0] : data, 'attributes') || has(data, 'documentId'),
  },
  { name: 'a node of Drupal', is: (value) => has(value, 'nid', 'title') },
  {
    name: 'ActivityPub',
    is: (value) => has(value, 'object', 'actor') || String(value['@context']).includes('activitystreams'),
  },
  {
    name: 'JSON-LD without an articleBody',
    is: (value) => has(value, '@context') || has(value, '@graph') || has(value, '@type'),
  },
  {
    name: 'GeoJSON',
    is: ({ type, ...value }) =>
      String(type).startsWith('Feature') && (has(value, 'features') || has(value, 'geometry')),
  },
  { name: 'an Amazon SNS notification', is: (value) => has(value, 'TopicArn') },
  { name: 'a list of events of Amazon S3 or SQS', is: (value) => has(value, 'Records') },
  {
    name: 'an answer of a search or news service',
    is: (value) =>
      has(value, 'articles') || has(value, 'hits') || has(value, 'totalResults') || has(value, 'response'),
  },
  {
    name: 'a document of an editor (Draft.js, Editor.js, ProseMirror)',
    is: (value) => has(value, 'blocks') || (value['type'] === 'doc' && has(value, 'content')),
  },
  {
    name: 'a JSON Schema',
    is: (value) => has(value, '$schema', 'properties') || has(value, '$id', 'properties'),
  },
  { name: 'an OpenAPI description', is: (value) => has(value, 'openapi') || has(value, 'swagger') },
  { name: 'a notebook', is: (value) => has(value, 'cells', 'nbformat') },
  { name: 'an error message of a server', is: isError },
  {
    name: 'a webhook',
    is: (value) =>
      ['event', 'event_type', 'webhook', 'hook', 'webhook_id', 'payload', 'action'].some((key) =>
        has(value, key),
      ),
  },
];

const isBlocks = ({ blocks, text }: Fields): boolean => Array.isArray(blocks) && typeof text === 'string';

function isError(value: Fields): boolean {
  if (has(value, 'error') || has(value, 'errors') || has(value, 'statusCode')) return true;
  const keys = Object.keys(value);
  return keys.length <= 4 && has(value, 'message') && !has(value, 'title');
}

/** The name of the kind of an object that is not read; undefined if the kind is not known. */
export function foreignKindOf(value: object): string | undefined {
  return KINDS.find(({ is }) => is(value as Fields))?.name;
}
