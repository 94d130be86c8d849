import { type Fault, replace } from './fault.ts';

/** Feeds that show everything so much later. */
export const DELAYS: readonly Fault[] = [
  {
    name: 'a delay is ignored',
    isQuick: true,
    text: {
      file: 'shared/domain/lifecycle.ts',
      from: 'received === undefined || minutes === 0',
      to: 'minutes >= 0',
    },
  },
  {
    name: 'a feed with a delay is not told of an article’s first release',
    plant: () => ({
      fanOut: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a feed with a delay is not told when a correction is released',
    plant: () => ({
      publish: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a feed with a delay lets go of an article until its correction is released',
    text: {
      file: 'functions/publish/rules/delayed-heads.ts',
      from: 'asReleased.set(article, { ...head, current });',
      to: ';',
    },
  },
  {
    name: 'a correction that is not released for a feed moves a date in it',
    text: {
      file: 'functions/publish/rules/delayed-heads.ts',
      from: 'withRevisions({ article, source },',
      to: 'withRevisions({ article, source, ...(head.firstSeen && { firstSeen: head.firstSeen }) },',
    },
  },
];
