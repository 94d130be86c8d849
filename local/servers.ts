import { type HttpServer, listen } from './protocol/http.ts';

/** The three servers of a local cloud. */
export interface Servers {
  /** Serves feeds. */
  edge: HttpServer;
  /** Serves the ingest API. */
  gateway: HttpServer;
  /** Answers the requests of the AWS SDK. */
  aws: HttpServer;
  close(): Promise<unknown>;
}

/** Listens on `port` and the next two ports, or on three free ports if `port` is 0. */
export async function startServers(port: number, log: (line: string) => void): Promise<Servers> {
  const start = (offset: number): Promise<HttpServer> => listen(port === 0 ? 0 : port + offset, log);
  const [edge, gateway, aws] = await Promise.all([start(0), start(1), start(2)]);
  return { edge, gateway, aws, close: () => Promise.all([edge.close(), gateway.close(), aws.close()]) };
}
