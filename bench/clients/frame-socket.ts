import { randomBytes } from 'node:crypto';
import { createConnection, type Socket } from 'node:net';

/**
 * The lightest WebSocket client: a TCP socket, the opening handshake, and whole text frames. It does not check what a
 * browser must check, so that what is measured is the server, and the same client serves every server.
 */
export interface FrameSocket {
  send(text: string): void;
  close(): void;
}

/** Opens a connection; `onText` gets each message as the bytes of its text, valid only during the call. */
export function openFrameSocket(url: string, onText: (text: Buffer) => void): Promise<FrameSocket> {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  socket.write(handshake(`${hostname}:${port}`));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the line')));
    const opened = (): void => {
      socket.on('error', () => undefined);
      resolve({ send: (text) => void socket.write(maskedFrame(text)), close: () => socket.destroy() });
    };
    socket.on('data', createReader(socket, opened, onText));
  });
}

function handshake(host: string): string {
  const key = randomBytes(16).toString('base64');
  return [
    'GET /v1/live HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    '\r\n',
  ].join('\r\n');
}

/** Takes bytes as they come: first the answer to the handshake, then frames, each of them told once it is whole. */
function createReader(
  socket: Socket,
  opened: () => void,
  onText: (text: Buffer) => void,
): (bytes: Buffer) => void {
  let isOpen = false;
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let wantedBytes = 0;

  const pass = (bytes: Buffer): Buffer => {
    let rest = bytes;
    if (!isOpen) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return rest;
      if (!rest.subarray(0, 12).equals(switching)) {
        socket.destroy();
        return empty;
      }
      isOpen = true;
      opened();
      rest = rest.subarray(end + 4);
    }
    for (;;) {
      wantedBytes = frameBytes(rest);
      if (rest.byteLength < wantedBytes) return rest;
      if (((rest[0] ?? 0) & opcodeBits) === textOpcode) onText(rest.subarray(headerBytes(rest), wantedBytes));
      rest = rest.subarray(wantedBytes);
    }
  };

  return (bytes) => {
    kept.push(bytes);
    keptBytes += bytes.byteLength;
    // A long message comes in many pieces; they are put together once, when all are there.
    if (keptBytes < wantedBytes) return;
    const rest = pass(kept.length === 1 ? bytes : Buffer.concat(kept));
    kept = rest.byteLength === 0 ? [] : [rest];
    keptBytes = rest.byteLength;
  };
}

const empty = Buffer.alloc(0);
const switching = Buffer.from('HTTP/1.1 101');
const opcodeBits = 0x0f;
const textOpcode = 0x1;

/** Bytes of the frame that begins here, or of what must have come before that can be told. */
function frameBytes(bytes: Buffer): number {
  const header = headerBytes(bytes);
  if (bytes.byteLength < header) return header;
  const short = bytes[1] ?? 0;
  if (header === 2) return header + short;
  return header + (header === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)));
}

function headerBytes(bytes: Buffer): number {
  const short = bytes.byteLength < 2 ? 0 : (bytes[1] ?? 0);
  if (short < 126) return 2;
  return short === 126 ? 4 : 10;
}

/** A frame from client to server must be masked; a mask of zeros leaves the text as it is. */
function maskedFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const long = body.byteLength >= 126;
  const header = Buffer.alloc(long ? 8 : 6);
  header[0] = 0x80 | textOpcode;
  header[1] = 0x80 | (long ? 126 : body.byteLength);
  if (long) header.writeUInt16BE(body.byteLength, 2);
  return Buffer.concat([header, body]);
}
