import { type Fault, replace } from './fault.ts';

/** Faults in feeds with a delay. */
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
    name: 'a feed with a delay has no DUE row for the first release of an article',
    plant: () => ({
      fanOut: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a feed with a delay has no DUE row for the release of a correction',
    plant: () => ({
      publish: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a feed with a delay drops an article until its correction is released',
    text: {
      file: 'functions/publish/rules/delayed-heads.ts',
      from: 'asReleased.set(article, { ...head, current });',
      to: ';',
    },
  },
  {
    name: 'a correction that is not released for a feed yet changes a date in its documents',
    text: {
      file: 'functions/publish/rules/delayed-heads.ts',
      from: 'withRevisions({ article, source },',
      to: 'withRevisions({ article, source, ...(head.firstSeen && { firstSeen: head.firstSeen }) },',
    },
  },
  {
    name: 'a feed with a delay shows an earlier revision of an article that a correction took out of the channel',
    text: {
      file: 'functions/publish/rules/delayed-heads.ts',
      from: " === 'usable' && isMeantFor(head, feed)",
      to: " === 'usable' && isMeantFor !== undefined",
    },
  },
];
