import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { WebSocketServer } from 'ws';
import { listen } from './listen.ts';

/** Catching up the way it is done without thought: every seat asks over HTTP, every request is a query and an encoding. */
const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file, { readOnly: true });
const query = database.prepare(
  'SELECT key, kind, seq, body FROM records WHERE seq > ? ORDER BY seq LIMIT 500',
);
const server = createServer((request, response) => {
  const since = Number(new URL(request.url ?? '', 'http://hub').searchParams.get('since'));
  const text = JSON.stringify({ type: 'page', since, records: query.all(since) });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => socket.on('message', () => socket.send('{"type":"welcome"}')));
await listen(server);
