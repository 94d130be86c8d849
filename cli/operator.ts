import { userInfo } from 'node:os';

/** The name that is stored with the decisions of a command: the login name on this machine. */
export const operator = (): string => userInfo().username;
