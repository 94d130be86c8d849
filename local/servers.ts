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
  const starting = [start(0), start(1), start(2)] as const;
  const [edge, gateway, aws] = await Promise.all(starting).catch(async (error: unknown) => {
    // A server that stays open would keep the process alive.
    for (const started of await Promise.allSettled(starting))
      if (started.status === 'fulfilled') await started.value.close();
    throw error;
  });
  return { edge, gateway, aws, close: () => Promise.all([edge.close(), gateway.close(), aws.close()]) };
}

/** Throws the error of the operating system if one of the three ports is used by another program. */
export async function requireFreePorts(port: number): Promise<void> {
  const servers = await startServers(port, () => {});
  await servers.close();
}
