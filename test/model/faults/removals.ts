import { type Fault, replace } from './fault.ts';

/** Planted faults in the step of publish that removes first (ADR 0018). */
export const REMOVALS: readonly Fault[] = [
  {
    name: 'a removal keeps the items of articles that may not show',
    isQuick: true,
    text: {
      file: 'functions/publish/remove-first.ts',
      from: 'kept.has(article) || mayStayIn(known.get(article), feed, now);',
      to: 'kept.has(article) || mayStayIn !== undefined;',
    },
  },
  {
    name: 'a removal uses the texts that the documents had before they were put the last time',
    isQuick: true,
    plant: () => {
      const older = new Map<string, Uint8Array>();
      return {
        publish: (services) =>
          replace(services, 'documents', ({ get, put }) => ({
            get: async (key) => older.get(key) ?? get(key),
            async put(key, document, expected) {
              const before = await get(key);
              const written = await put(key, document, expected);
              if (written === 'written' && before !== undefined) older.set(key, before);
              return written;
            },
          })),
      };
    },
  },
  {
    name: 'a removal writes both copies of a document from the plain copy, which may be older',
    text: {
      file: 'functions/publish/rules/last-good.ts',
      from: 'plain.filter(({ id, text }) => texts.get(id) === text)',
      to: 'plain.filter(() => texts.size >= 0)',
    },
  },
];
