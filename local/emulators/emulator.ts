/** An emulator that listens on a port of 127.0.0.1. */
export interface Emulator {
  port: number;
  close(): Promise<void>;
}
