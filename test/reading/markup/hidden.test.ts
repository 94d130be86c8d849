import { describe, expect, test } from 'vitest';
import { textOfMarkup, AS_SHOWN } from '../../../shared/reading/markup/text-of-markup.ts';
import { DEFAULTS, readOne } from '../drafted.ts';

const PROSE = '<p>The quay is open again, the port said on Monday.</p>';
const draftOf = (html: string) => readOne(`<h1>The quay</h1>${PROSE}${html}`, 'text/html', DEFAULTS);
const SECRET = 'Ask the lawyer first.';

describe('what the page of the sender hides is kept on record and not published', () => {
  test.each([
    ['the attribute `hidden`', `<p hidden>${SECRET}</p>`],
    ['`hidden` in upper case with a value', `<DIV HIDDEN="hidden"><p>${SECRET}</p></DIV>`],
    ['no display', `<p style="display:none">${SECRET}</p>`],
    ['no display, written in another way', `<p style="Color:red; DISPLAY : NONE !important ;">${SECRET}</p>`],
    ['no display, with a character reference', `<p style="display&colon;none">${SECRET}</p>`],
    ['no display, with a comment', `<p style="display:/* x */none">${SECRET}</p>`],
    ['not visible', `<div style="visibility: hidden"><p>${SECRET}</p></div>`],
    ['collapsed', `<span style="visibility:collapse">${SECRET}</span>`],
    ['see-through', `<p style="opacity: 0.0">${SECRET}</p>`],
    ['letters of no size', `<p style="font-size:0px">${SECRET}</p>`],
    ['no height', `<div style="height:0;overflow:hidden">${SECRET}</div>`],
    ['no largest height', `<div style="max-height:0px;overflow:hidden;font-size:1px">${SECRET}</div>`],
    [
      'one pixel wide and high',
      `<span style="position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)">${SECRET}</span>`,
    ],
    ['cut off', `<span style="clip-path: inset(50%)">${SECRET}</span>`],
    ['outside of the page', `<span style="position:absolute;left:-9999px">${SECRET}</span>`],
    ['an indent outside of the page', `<p style="text-indent:-9999px">${SECRET}</p>`],
    ['no colour', `<p style="color:transparent">${SECRET}</p>`],
    ['white on white', `<p style="color:#fff;background-color:#fff">${SECRET}</p>`],
    ['hidden text of Word', `<span style="mso-hide:all">${SECRET}</span>`],
    ['a template', `<template><p>${SECRET}</p></template>`],
    ['a dialog that is closed', `<dialog><p>${SECRET}</p></dialog>`],
    ['a popover', `<div popover><p>${SECRET}</p></div>`],
    ['a rule for its class', `<style>.k, p.x { display: none }</style><p class="x">${SECRET}</p>`],
    ['a rule for its id', `<style>#k{visibility:hidden}</style><p id="k">${SECRET}</p>`],
  ])('%s', (_, html) => {
    const { content, removed } = draftOf(html);
    expect(content.body).toBe(PROSE);
    expect(removed).toEqual([SECRET]);
  });

  test.each([
    ['a class name alone', '<p class="hidden d-none">Shown.</p>'],
    ['text that only screen readers leave out', '<p aria-hidden="true">Shown.</p>'],
    ['details that are closed', '<details><p>Shown.</p></details>'],
    ['text that a search on the page finds', '<p hidden="until-found">Shown.</p>'],
    ['text that a script fades in', '<p style="opacity:0;transform:translateY(20px)">Shown.</p>'],
    ['a dialog that is open', '<dialog open><p>Shown.</p></dialog>'],
    [
      'visible text in an element that is not visible',
      '<div style="visibility:hidden"><p style="visibility:visible">Shown.</p></div>',
    ],
    [
      'text with a size in an element without',
      '<div style="font-size:0"><p style="font-size:1rem">Shown.</p></div>',
    ],
    ['a column that is moved by its margin', '<p style="margin-left:-100%">Shown.</p>'],
    [
      'a rule for some screens only',
      '<style>@media print { .x { display: none } }</style><p class="x">Shown.</p>',
    ],
    [
      'a later declaration without `!important`',
      '<p style="display:block !important; display:none">Shown.</p>',
    ],
  ])('not hidden: %s', (_, html) => {
    const { content, removed } = draftOf(html);
    expect(content.body).toBe(`${PROSE}\n<p>Shown.</p>`);
    expect(removed).toEqual([]);
  });

  test('in a whole page', () => {
    const long = `<p>${'The quay is open again, the port said, and ships have come back to it. '.repeat(5)}</p>`;
    const page = `<!doctype html><html lang="en"><head><title>The quay</title></head><body><nav style="display:none">Menu</nav>
      <article><h1>The quay</h1>${long}<p style="opacity:0">${SECRET}</p>${long}</article></body></html>`;
    const { content, removed } = readOne(page, 'text/html');
    expect(content.body).not.toContain(SECRET);
    expect(removed).toEqual([SECRET]);
  });

  test('in a headline and in a summary', () => {
    const { content } = draftOf('');
    expect(content.headline).toBe('The quay');
    expect(textOfMarkup('The quay<span style="display:none"> draft 2</span>', AS_SHOWN)).toBe('The quay');
    expect(textOfMarkup('The <i hidden>o<i>l</i>d</i>quay', AS_SHOWN)).toBe('The quay');
  });
});

test('a picture that is a decoration is left out with a note', () => {
  const { content, notes } = draftOf(
    '<p><img aria-hidden="true" src="https://example.com/line.png">At dawn.</p>',
  );
  expect(content.body).toBe(`${PROSE}\n<p>At dawn.</p>`);
  expect(content.associations).toEqual([]);
  expect(notes).toContain(
    'a picture that is marked as a decoration was left out: https://example.com/line.png',
  );
});
