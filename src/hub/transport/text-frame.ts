/**
 * A text message as the bytes that go over a WebSocket from server to client (RFC 6455, 5.2): one final, unmasked
 * frame. Made once, the same bytes can be written to any number of sockets.
 */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = headerBytes(length);
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = finalText;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = lengthInTwo;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = lengthInEight;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, header, 'utf8');
  return frame;
}

const finalText = 0x81;
const lengthInTwo = 126;
const lengthInEight = 127;

function headerBytes(length: number): number {
  if (length < lengthInTwo) return 2;
  return length < 65_536 ? 4 : 10;
}
