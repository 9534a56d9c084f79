import { createConnection, type Socket } from 'node:net';

/** What is fetched: an address, and headers as lines without their end. */
export interface Fetching {
  readonly url: string;
  readonly headers?: readonly string[];
}

/** One buffer for all who fetch in this process: bytes are counted and thrown away, so that the client costs little. */
const scratch = Buffer.allocUnsafeSlow(1024 * 1024);

/** Fetches over a TCP connection of its own and resolves with the number of body bytes; rejects unless the status is 200. */
export function fetchBytes({ url, headers = [] }: Fetching): Promise<number> {
  const { hostname, port, pathname, search } = new URL(url);
  const request = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'Connection: close',
    ...headers,
  ];
  return new Promise((resolve, reject) => {
    let wanted: number | null = null;
    let bytes = 0;
    const take = (length: number): boolean => {
      if (wanted === null) {
        const head = headOf(scratch.subarray(0, length));
        if (head === null)
          return fail(new Error(`no answer of status 200: ${scratch.toString('latin1', 0, 200)}`));
        ({ wanted } = head);
        bytes -= head.bytes;
      }
      bytes += length;
      if (bytes >= wanted) {
        resolve(bytes);
        socket.destroy();
      }
      return true;
    };
    const socket: Socket = createConnection({
      host: hostname,
      port: Number(port),
      onread: { buffer: scratch, callback: take },
    });
    const fail = (error: Error): boolean => {
      reject(error);
      socket.destroy();
      return false;
    };
    socket.on('error', fail);
    socket.on('close', () => reject(new Error(`cut off after ${bytes} bytes`)));
    socket.write(`${request.join('\r\n')}\r\n\r\n`);
  });
}

/** The head of an answer: its own length, and that of the body. It comes in one piece from servers on the loopback. */
function headOf(bytes: Buffer): { readonly bytes: number; readonly wanted: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  const text = bytes.toString('latin1', 0, Math.max(0, end));
  const [, length] = /^content-length: (\d+)/im.exec(text) ?? [];
  return text.startsWith('HTTP/1.1 200') && length !== undefined
    ? { bytes: end + 4, wanted: Number(length) }
    : null;
}
