// The language detector with its data. language.ts loads this file when a text does not show its language without it:
// the data takes 300 ms and 130 MB, and most articles do not need it.
export { eld } from 'eld/small';
