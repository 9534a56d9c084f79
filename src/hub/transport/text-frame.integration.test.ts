import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './text-frame.ts';

describe('a text frame', () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let socket: Duplex;

  beforeEach(async () => {
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    server.on('connection', (_peer, request) => void (socket = request.socket));
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await Promise.all([once(client, 'open'), once(server, 'connection')]);
  });
  afterEach(() => {
    client.terminate();
    server.close();
  });

  /** What a client reads when the texts are written as frames straight to the socket. */
  const received = async (...texts: string[]): Promise<string[]> => {
    const arrived: string[] = [];
    const all = new Promise<string[]>((resolve) => {
      client.on('message', (data: Buffer) => {
        if (arrived.push(data.toString('utf8')) === texts.length) resolve(arrived);
      });
    });
    for (const text of texts) socket.write(textFrame(text));
    return all;
  };

  it.each([0, 1, 125, 126, 65_535, 65_536, 300_000])('of %d bytes arrives as it was', async (length) => {
    const text = 'x'.repeat(length);
    expect(await received(text)).toEqual([text]);
  });

  it('carries Vietnamese whole', async () => {
    const text = JSON.stringify({ title: 'Dự thảo Nghị quyết về chuyển đổi số' });
    expect(await received(text)).toEqual([text]);
  });
});
