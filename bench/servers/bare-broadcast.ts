import { createServer } from 'node:http';
import { WebSocketServer, WebSocket } from 'ws';
import { listen } from './listen.ts';

/**
 * The limit of delivery: `ws` as it comes, and nothing else. It welcomes everybody, takes a message as the text to send
 * to all others, and neither parses, decides nor writes anything down.
 */
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
let text = '';
sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const message = data.toString('utf8');
    if (message.startsWith('{"type":"hello"')) return socket.send('{"type":"welcome"}');
    if (message.startsWith('{"type":"ping"')) return socket.send('{"type":"pong"}');
    if (message.startsWith('{"type":"text"')) return void (text = message.slice('{"type":"text"}'.length));
    for (const each of sockets.clients) if (each.readyState === WebSocket.OPEN) each.send(text);
  });
});
await listen(server);
