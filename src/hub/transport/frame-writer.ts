import type { Socket } from 'node:net';
import { textFrame } from './text-frame.ts';

/** A message on its way down; the same object may go to many peers and is encoded once. */
export interface OutgoingFrame {
  readonly text: string;
}

/**
 * Writes frames to sockets past the WebSocket library, which would frame each anew: the bytes of a frame are made
 * once, and what goes to one socket within one turn of the event loop leaves in one system call.
 */
export interface FrameWriter {
  write(socket: Socket, frame: OutgoingFrame): void;
}

/** A writer for the sockets of one live channel. */
export function createFrameWriter(): FrameWriter {
  const bytesOf = new WeakMap<OutgoingFrame, Buffer>();
  let corked: Socket[] = [];
  const isCorked = new Set<Socket>();

  const encode = (frame: OutgoingFrame): Buffer => {
    const known = bytesOf.get(frame);
    if (known !== undefined) return known;
    const bytes = textFrame(frame.text);
    bytesOf.set(frame, bytes);
    return bytes;
  };

  const release = (): void => {
    const sockets = corked;
    corked = [];
    isCorked.clear();
    for (const socket of sockets) socket.uncork();
  };

  return {
    write(socket, frame) {
      if (!isCorked.has(socket)) {
        if (corked.length === 0) process.nextTick(release);
        isCorked.add(socket);
        corked.push(socket);
        socket.cork();
      }
      socket.write(encode(frame));
    },
  };
}
