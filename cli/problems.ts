import type * as z from 'zod';

/** What is wrong at one place of a file, and what to do about it. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

type Issue = z.core.$ZodIssue;

/** A schema's complaints as a person reads them: each at the place it is about, what is nested in a choice too. */
export function problemsOf(issues: readonly Issue[], base: Problem['path'] = []): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], message: 'is not known here; leave it out' }));
    }
    const meant = issue.code === 'invalid_union' ? issue.errors.find(wasMeant) : undefined;
    return meant === undefined ? [{ path, message: messageOf(issue) }] : problemsOf(meant, path);
  });
}

/** `channels[0].select.all[1]`; the whole is `the file`. */
export function pathText(path: Problem['path']): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

/** Of the ways to write something, the one that was begun: its own name is there, and what is wrong is inside. */
const wasMeant = (issues: readonly Issue[]): boolean =>
  issues.every(({ code, path }) => path.length > 0 && code !== 'unrecognized_keys');

const NAMES: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', string: 'text' };

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.message.endsWith('received undefined')) return 'is missing; add it';
      return `is to be ${NAMES[issue.expected] ?? `a ${issue.expected}`}`;
    }
    case 'invalid_value':
      return `use ${issue.values.map(String).join(' or ')}`;
    case 'too_big':
      return `is to have, or be, at most ${issue.maximum}`;
    case 'too_small':
      return `is to have, or be, at least ${issue.minimum}`;
    default:
      return issue.message;
  }
}
