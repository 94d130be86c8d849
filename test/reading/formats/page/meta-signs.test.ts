import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../shared/reading/draft/draft.ts';
import { asInstant } from '../../../support/ids.ts';
import { DEFAULTS, readOne } from '../../drafted.ts';

const DATED = { ...DEFAULTS, receivedAt: asInstant('2026-04-13T12:00:00.000Z') };

function read(meta: string): Draft {
  const html = `<!DOCTYPE html><html><head><title>Tram runs</title>${meta}</head><body><article><h1>Tram runs</h1><p>The tram to the bay runs again after repairs, the operator said on Monday.</p></article></body></html>`;
  return readOne(html, 'text/html', DATED);
}

describe('what meta elements say about publication', () => {
  test.each([
    '<meta name="status" content="draft">',
    '<meta name="workflow-status" content="In Review">',
    '<meta property="cms:draft" content="true">',
    '<meta name="unpublished" content="yes">',
    '<meta name="visibility" content="private">',
  ])('%s withholds the article', (meta) => {
    expect(read(meta).pubstatus).toBe('withheld');
  });

  test.each(['<meta name="cms.status" content="retracted">', '<meta name="deleted" content="1">'])(
    '%s withdraws the article',
    (meta) => {
      expect(read(meta).pubstatus).toBe('canceled');
    },
  );

  test('an embargo under any name, and one that is not understood', () => {
    expect(read('<meta name="x:embargoUntil" content="2026-12-01T06:00:00Z">').content.embargoed).toBe(
      '2026-12-01T06:00:00.000Z',
    );
    expect(read('<meta name="press-embargo" content="after the match">').doubt?.code).toBe('FIELD_EMBARGO');
  });

  test.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['25 Jun 2026 15:00:00 GMT', '2026-06-25T15:00:00.000Z'],
  ])('unavailable_after %s is an expiry', (date, expires) => {
    expect(
      read(`<meta name="robots" content="max-snippet:20, unavailable_after: ${date}">`).content.expires,
    ).toBe(expires);
    expect(read(`<meta name="googlebot" content="unavailable_after: ${date}">`).content.expires).toBe(
      expires,
    );
  });

  test.each([
    '<meta name="robots" content="noindex, nofollow">',
    '<meta http-equiv="expires" content="0">',
    '<meta name="expires" content="Tue, 01 Jan 1980 1:00:00 GMT">',
    '<meta name="status" content="200">',
    '<meta name="state" content="NY">',
    '<meta name="hidden" content="navigation">',
    '<meta name="twitter:label1" content="Written by">',
    '<meta name="private" content="no">',
  ])('%s says nothing', (meta) => {
    const { pubstatus, doubt, content } = read(meta);
    expect({ pubstatus, doubt, expires: content.expires }).toEqual({ pubstatus: 'usable' });
  });
});

describe('embeds of a page', () => {
  const PLAYER = 'https://www.youtube.com/v/abcDEF12345';

  function pageWith(markup: string): Draft {
    const html = `<!DOCTYPE html><html><head><title>Tram runs</title></head><body><article><h1>Tram runs</h1>${markup}<p>The tram to the bay runs again after repairs, the operator said on Monday.</p></article></body></html>`;
    return readOne(html, 'text/html');
  }

  test.each([
    `<object data="${PLAYER}"></object>`,
    `<object data="${PLAYER}"><param name="movie" value="${PLAYER}"><embed src="${PLAYER}"></object>`,
    `<object><param name="movie" value="${PLAYER}"></object>`,
    `<embed src="${PLAYER}">`,
  ])('%s becomes one link', (markup) => {
    expect(pageWith(markup).content.body.split('abcDEF12345')).toHaveLength(2);
  });

  test.each([
    ['<div class="flourish-embed" data-src="visualisation/123"></div>', 'flourish.studio/visualisation/123'],
    ['<div class="flourish-embed flourish-map" data-src="story/9?1"></div>', 'flourish.studio/story/9'],
    ['<div class="infogram-embed" data-id="_/aBc12" data-type="interactive"></div>', 'infogram.com/_/aBc12'],
  ])('%s becomes a link', (markup, address) => {
    expect(pageWith(markup).content.body).toContain(address);
  });

  test.each([
    '<iframe src="https://frames.example/abc"></iframe>',
    '<object data="https://frames.example/abc.swf"></object>',
    '<embed src="https://frames.example/abc.swf">',
  ])('%s is left out with a note', (markup) => {
    expect(pageWith(markup).notes.join()).toContain('an embed was left out: https://frames.example/abc');
  });

  test('what is inside an object for readers without the plug-in stays', () => {
    const { body } = pageWith(
      '<object data="https://frames.example/a.pdf"><a href="https://frames.example/a.pdf">The report</a></object>',
    ).content;
    expect(body).toContain('The report');
  });
});
