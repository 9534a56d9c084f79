import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a server listen on a free port of the loopback, and tells the one who started this process where. */
export async function listen(server: Server): Promise<void> {
  // As many may wait to be taken as at the hub; the default turns some of a thousand away for a second.
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ hub: `http://127.0.0.1:${port}` })}\n`);
}
