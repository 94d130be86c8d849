import { userInfo } from 'node:os';

/** Who decides when somebody runs a command: the login name on this machine. */
export const operator = (): string => userInfo().username;
