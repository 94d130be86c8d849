import type * as z from 'zod';

/** What is wrong with one field of a file, and what to do about it. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

type Issue = z.core.$ZodIssue;

/**
 * The issues that a schema found, in words, each with the path of its field. For a choice, such as a selector, they
 * are the issues of the option that the author meant.
 */
export function problemsOf(issues: readonly Issue[], base: Problem['path'] = []): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], message: 'is not a known field; remove it' }));
    }
    const meant = issue.code === 'invalid_union' ? issue.errors.find(wasMeant) : undefined;
    return meant === undefined ? [{ path, message: messageOf(issue) }] : problemsOf(meant, path);
  });
}

/** `channels[0].select.all[1]`; `the file` for the whole file. */
export function pathText(path: Problem['path']): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

/** Whether the author meant the option with these issues: the option's own field is present, with mistakes inside. */
const wasMeant = (issues: readonly Issue[]): boolean =>
  issues.every(({ code, path }) => path.length > 0 && code !== 'unrecognized_keys');

const NAMES: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', string: 'text' };

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.message.endsWith('received undefined')) return 'is missing; add it';
      return `must be ${NAMES[issue.expected] ?? `a ${issue.expected}`}`;
    }
    case 'invalid_value':
      return `use ${issue.values.map(String).join(' or ')}`;
    case 'too_big':
      return `must be, or have, at most ${issue.maximum}`;
    case 'too_small':
      return `must be, or have, at least ${issue.minimum}`;
    default:
      return issue.message;
  }
}
