import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** One file over `node:http`, streamed in pieces of 256 KiB, which is the fastest that a stream goes. */
const [file = ''] = process.argv.slice(2);
const { size } = statSync(file);
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-length': size, 'content-type': 'application/pdf' });
  createReadStream(file, { highWaterMark: 256 * 1024 }).pipe(response);
});
await listen(server);
