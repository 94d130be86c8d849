import { type Parts, paragraphsOf } from './carriers.ts';

export const NEWSML1 = 'application/xml';
export const AP_JSON = 'application/json';

/** `meta` are elements of NewsManagement, `lines` of NewsLines, `rights` of RightsMetadata. */
export function newsml1(
  { language, headline, paragraphs }: Parts,
  { meta = '', lines = '', rights = '' }: { meta?: string; lines?: string; rights?: string },
): string {
  const status = meta.includes('<Status') ? '' : '<Status FormalName="Usable"/>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260312T090000Z</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><DateId>20260312</DateId>
<NewsItemId>museum</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:wire.example:20260312:museum:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260312T090000Z</FirstCreated>
<ThisRevisionCreated>20260312T090000Z</ThisRevisionCreated>${status}${meta}</NewsManagement>
<NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>${headline}</HeadLine>${lines}</NewsLines>${
    rights === '' ? '' : `<RightsMetadata>${rights}</RightsMetadata>`
  }
<DescriptiveMetadata><Language FormalName="${language}"/></DescriptiveMetadata>
<ContentItem><Format FormalName="XHTML"/><DataContent><html xmlns="http://www.w3.org/1999/xhtml"><body>
${paragraphsOf(paragraphs)}</body></html></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
}

/** `fields` are members of the item. */
export function apJson({ language, headline, paragraphs }: Parts, fields: object = {}): string {
  return JSON.stringify({
    data: {
      updated: '2026-03-12T09:00:00Z',
      item: {
        uri: 'https://api.ap.example/content/museum',
        altids: { itemid: 'museum', friendlykey: '26071', etag: 'museum_1' },
        version: 1,
        type: 'text',
        language,
        versioncreated: '2026-03-12T09:00:00Z',
        firstcreated: '2026-03-12T09:00:00Z',
        pubstatus: 'usable',
        headline,
        body_nitf: `<body.content>${paragraphsOf(paragraphs)}</body.content>`,
        ...fields,
      },
    },
  });
}
