/**
 * The names and properties of `meta` elements for each field, in order of preference (Open Graph, Dublin Core,
 * others).
 */
export const META_NAMES = {
  title: [
    'og:title',
    'dc.title',
    'dcterms.title',
    'twitter:title',
    'headline',
    'sailthru.title',
    'parsely-title',
  ],
  summary: ['og:description', 'description', 'dc.description', 'dcterms.abstract', 'twitter:description'],
  author: [
    'author',
    'article:author_name',
    'dc.creator',
    'dcterms.creator',
    'sailthru.author',
    'byl',
    'parsely-author',
  ],
  published: [
    'article:published_time',
    'article:published',
    'og:article:published_time',
    'datepublished',
    'dcterms.created',
    'dcterms.issued',
    'dc.date.issued',
    'dc.date',
    'dcterms.date',
    'pubdate',
    'publish-date',
    'parsely-pub-date',
    'date',
  ],
  updated: [
    'article:modified_time',
    'article:modified',
    'og:updated_time',
    'datemodified',
    'dcterms.modified',
    'last-modified',
    'lastmod',
  ],
  // Not `expires`: a page uses this name for its caches.
  expires: ['article:expiration_time', 'article:expiration', 'og:article:expiration_time'],
  embargoed: [
    'embargo',
    'embargoed',
    'embargo-until',
    'embargo_until',
    'embargo-date',
    'article:embargo',
    'prism.embargodate',
    'dcterms.available',
  ],
  draft: ['draft', 'article:draft', 'is-draft', 'is_draft', 'isdraft'],
  /** Names that pages also use for other things than publication. */
  anyStatus: [
    'status',
    'state',
    'workflow',
    'workflow-state',
    'workflow_state',
    'article:state',
    'page-status',
    'page_status',
    'dc.status',
    'dcterms.status',
  ],
  status: ['article:status', 'publication-status', 'publication_status', 'pubstatus', 'publish-status'],
  language: ['dc.language', 'dcterms.language', 'content-language', 'og:locale'],
  link: ['og:url', 'dc.identifier.uri', 'twitter:url'],
  picture: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'],
  pictureAlt: ['og:image:alt', 'twitter:image:alt'],
  pictureType: ['og:image:type'],
  pictureWidth: ['og:image:width'],
  pictureHeight: ['og:image:height'],
  keywords: ['article:tag', 'news_keywords', 'keywords', 'dc.subject', 'dcterms.subject'],
  section: ['article:section'],
  rights: ['dc.rights', 'dcterms.rights', 'copyright', 'rights'],
  site: ['og:site_name', 'application-name', 'dc.publisher'],
} as const satisfies Record<string, readonly string[]>;

export type MetaField = keyof typeof META_NAMES;

/** Names whose value is a list of keywords. Not `article:tag`: each such element has only one keyword. */
export const LIST_NAMES: ReadonlySet<string> = new Set([
  'news_keywords',
  'keywords',
  'dc.subject',
  'dcterms.subject',
]);
