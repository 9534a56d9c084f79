import { createServer } from 'node:net';

/** Whether somebody else listens there, or we may not. */
export type PortState = 'free' | 'taken' | 'forbidden';

/** Listens for a moment. An address that this machine does not have counts as forbidden. */
export function tryPort(port: number, host: string): Promise<PortState> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' ? 'taken' : 'forbidden'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}
