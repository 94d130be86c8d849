import { expect, test } from 'vitest';
import type { Association } from '../../shared/domain/article.ts';
import { mediaOf, picturesWithin } from '../../shared/formats/media.ts';

const href = 'https://images.example.com/1';

test.each<[Partial<Association>, object]>([
  [{ contenttype: 'Image/JPEG; q=1' }, { medium: 'image', type: 'image/jpeg' }],
  [{ contenttype: 'video/mp4' }, { medium: 'video', type: 'video/mp4' }],
  [{ contenttype: 'image/jpg' }, { medium: 'image', type: 'image/jpeg' }],
  [{ contenttype: 'jpeg' }, { medium: 'image' }],
  // The next three media types are names of properties that every JavaScript object has. A random test once found
  // that `constructor` made mediaOf throw.
  [{ contenttype: 'constructor' }, { medium: 'image' }],
  [{ contenttype: '__proto__' }, { medium: 'image' }],
  [{ contenttype: 'toString' }, { medium: 'image' }],
  [
    { contenttype: 'audio/mp3', length: 1200 },
    { medium: 'audio', type: 'audio/mpeg', length: 1200 },
  ],
  [{ contenttype: 'audio/*', length: 0 }, { medium: 'audio' }],
  [{ contenttype: 'application/pdf' }, { medium: 'document', type: 'application/pdf' }],
  [{ contenttype: 'document/*' }, { medium: 'document' }],
  [{ width: 0, height: -1 }, { medium: 'image' }],
  [{ width: 1.5, height: Infinity }, { medium: 'image' }],
  [
    { width: 800, height: 600 },
    { medium: 'image', width: 800, height: 600 },
  ],
  [
    { alt: 'A hall', caption: '' },
    { medium: 'image', description: 'A hall' },
  ],
  [
    { alt: 'A hall', caption: 'The hall' },
    { medium: 'image', description: 'The hall' },
  ],
  [{ credit: ' A.\n Example ' }, { medium: 'image', credit: 'A. Example' }],
])('%j is shown as %j', (association, shown) => {
  expect(mediaOf([{ href, ...association }])).toEqual([{ href, ...shown }]);
});

test('an association is left out if it has no web address, or the same address as an earlier association', () => {
  const given = [{ href: 'data:image/png,x' }, { href }, { href: `${href}#` }, { href: '1.png' }];
  expect(mediaOf(given).map((one) => one.href)).toEqual([href]);
});

test('picturesWithin lists the normalised addresses of the pictures in a body; mediaOf normalises addresses in the same way', () => {
  const html =
    '<p><img src="https://Images.example.com/1?a=1&amp;b=2"><img alt="none"><img src="/2.png"></p>';
  expect([...picturesWithin(html)]).toEqual(['https://images.example.com/1?a=1&b=2']);
});
