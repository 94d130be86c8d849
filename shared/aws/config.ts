import { ENVIRONMENT, type EnvironmentName } from '../contract/stages.ts';

/**
 * Reads environment variables. No other file of the functions does. Throws at cold start if a variable is missing.
 */
export function readEnvironment<Name extends EnvironmentName>(names: readonly Name[]): Record<Name, string> {
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = process.env[ENVIRONMENT[name]];
    if (value === undefined || value === '') {
      throw new Error(
        `the environment variable ${ENVIRONMENT[name]} is not set; the stack sets it for each function`,
      );
    }
    values[name] = value;
  }
  return values as Record<Name, string>;
}
