import { expect, test } from 'vitest';
import { category } from '../../shared/formats/category.ts';

test.each([
  [undefined, { term: 'Libraries', label: 'Libraries' }],
  [
    'http://cv.iptc.org/newscodes/mediatopic/20000041',
    { term: '20000041', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', label: 'Libraries' },
  ],
  [
    'https://cv.example.com/topics#lib',
    { term: 'lib', scheme: 'https://cv.example.com/topics#', label: 'Libraries' },
  ],
  ['medtop:20000041', { term: 'medtop:20000041', label: 'Libraries' }],
  ['https://cv.example.com/topics/', { term: 'https://cv.example.com/topics/', label: 'Libraries' }],
  ['https://cv.example.com/?topic=lib', { term: 'https://cv.example.com/?topic=lib', label: 'Libraries' }],
])(
  'a subject with the uri %s becomes a category with a term, a label and, if the uri has one, a scheme',
  (uri, meant) => {
    expect(category(uri === undefined ? { name: 'Libraries' } : { name: 'Libraries', uri })).toEqual(meant);
  },
);
