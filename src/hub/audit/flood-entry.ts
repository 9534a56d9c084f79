import { connect } from 'node:net';

/**
 * Knocks at a port of this machine, many at a time and without a word, from one address; for the audit of the doors.
 * Prints how many bytes have come back.
 */
const [port = '', connections = '', localAddress = ''] = process.argv.slice(2);
/** Each stands so long before it goes, in milliseconds. */
const standMs = 200;
const atOnce = 100;

let left = Number(connections);
let bytes = 0;

async function knockOnAndOn(): Promise<void> {
  while (left > 0) {
    left -= 1;
    const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress });
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
    await new Promise((resolve) => {
      socket.once('connect', resolve);
      socket.once('close', resolve);
    });
    setTimeout(() => socket.destroy(), standMs);
  }
}

await Promise.all(Array.from({ length: atOnce }, knockOnAndOn));
process.stdout.write(`${bytes}\n`);
