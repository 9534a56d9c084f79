import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LinkDown } from '../../shared/bridge/bridge.ts';
import { addDocumentQuery } from '../../shared/protocol/http.ts';
import { participantId, sha256 } from '../../shared/records/ids.ts';
import { createHubHttp, type HubHttp } from '../../shared/terminal/hub-http.ts';
import { fetchBlob } from '../../shared/vault/fetch-blob.ts';
import { BlobRefused, type BlobStream } from '../../shared/vault/vault-ports.ts';
import { plainDoor } from './hub-door.ts';
import { createHubTransport, downloadsFrom } from './hub-transport.ts';
import { nodeTimers } from './node-timers.ts';

const name = sha256.parse('a'.repeat(64));
const blob = Buffer.from('0123456789');
const tokens = { deviceToken: 'd', sessionToken: 's' };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe('requests to a hub over a socket', () => {
  let server: Server;
  let hub = '';
  let answer: Answer;
  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const fetchFrom = (offset: number): Promise<BlobStream> =>
    fetchBlob(
      { headers: { authorization: 'Bearer d' }, sha256: name, offset },
      { open: downloadsFrom(plainDoor(hub).fetch), timers: nodeTimers },
    );
  const hubHttp = (): HubHttp => createHubHttp(createHubTransport(plainDoor(hub).fetch));
  const textOf = async (stream: BlobStream): Promise<string> => {
    let text = '';
    for (let piece = await stream.next(); piece !== null; piece = await stream.next()) {
      text += Buffer.from(piece).toString();
    }
    return text;
  };

  it('ask for the rest of that very blob and give it', async () => {
    const asked: unknown[] = [];
    answer = ({ url, headers }, response) => {
      asked.push(url, headers.range, headers['if-range'], headers.authorization);
      response.writeHead(206).end(blob.subarray(4));
    };
    expect(await textOf(await fetchFrom(4))).toBe('456789');
    expect(asked).toEqual([`/v1/blobs/${name}`, 'bytes=4-', `"${name}"`, 'Bearer d']);
  });

  it('skip what is here already when the hub sends the whole', async () => {
    answer = (_request, response) => void response.writeHead(200).end(blob);
    expect(await textOf(await fetchFrom(7))).toBe('789');
  });

  it('tell a hub that will not give a blob from one that cannot now', async () => {
    answer = (_request, response) => void response.writeHead(404).end();
    await expect(fetchFrom(0)).rejects.toBeInstanceOf(BlobRefused);
    answer = (_request, response) => void response.writeHead(503).end();
    await expect(fetchFrom(0)).rejects.toThrow('503');
  });

  it('reject when the connection breaks in the middle of a blob', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('012', () => response.destroy());
    };
    await expect(fetchFrom(0).then(textOf)).rejects.toThrow();
  });

  it('follow no redirect with the device’s token', async () => {
    const asked: unknown[] = [];
    answer = ({ url }, response) => {
      asked.push(url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    await expect(fetchFrom(0)).rejects.toThrow();
    await expect(hubHttp().signInChoices(tokens)).rejects.toBeInstanceOf(LinkDown);
    expect(asked).toEqual([`/v1/blobs/${name}`, '/v1/participants']);
  });

  it('send a document in pieces and say how far they are', async () => {
    const pdf = new Uint8Array(600_000).fill(1);
    let received = 0;
    answer = (request, response) => {
      expect(request.url).toBe('/v1/documents?meetingId=m1&itemId=i1&category=main&fileName=a.pdf');
      expect(request.headers).toMatchObject({ authorization: 'Bearer d', 'x-session-token': 's' });
      request.on('data', (piece: Buffer) => (received += piece.length));
      request.on('end', () => {
        const added = { documentId: 'd1', versionId: 'v1', pages: 3 };
        response.writeHead(201).end(JSON.stringify(added));
      });
    };
    const told: number[] = [];
    const query = addDocumentQuery.parse({
      meetingId: 'm1',
      itemId: 'i1',
      category: 'main',
      fileName: 'a.pdf',
    });
    const made = await hubHttp().addDocument(tokens, {
      query,
      pdf,
      onProgress: (sent) => told.push(sent),
    });
    expect(made).toMatchObject({ ok: true, value: { pages: 3 } });
    expect([received, told]).toEqual([600_000, [262_144, 524_288, 600_000]]);
  });

  it('bring a piece of a file, and nothing in its place', async () => {
    const range = { sha256: name, begin: 2, end: 6 };
    const asked: unknown[] = [];
    answer = ({ url, headers }, response) => {
      asked.push(url, headers.range, headers['x-session-token']);
      response.writeHead(206).end(blob.subarray(2, 6));
    };
    const piece = await hubHttp().readBlob(tokens, range);
    expect(piece.ok && Buffer.from(piece.value).toString()).toBe('2345');
    expect(asked).toEqual([`/v1/blobs/${name}`, 'bytes=2-5', 's']);
    answer = (_request, response) => void response.writeHead(200).end(blob);
    await expect(hubHttp().readBlob(tokens, range)).rejects.toBeInstanceOf(LinkDown);
  });

  it('pass refusals on, and take what no hub says for weather', async () => {
    const http = hubHttp();
    const request = { participantId: participantId.parse('p1'), proof: '', keys: '' };
    const signIn = () => http.signIn(tokens, request);
    const reason = { code: 'access/wrong-pin', vi: 'Mã PIN không đúng.', en: 'The PIN is wrong.' };
    answer = (_request, response) => void response.writeHead(403).end(JSON.stringify(reason));
    expect(await signIn()).toEqual({ ok: false, reason });
    answer = (_request, response) => void response.writeHead(502).end('<html>bad gateway</html>');
    await expect(signIn()).rejects.toBeInstanceOf(LinkDown);
    answer = (_request, response) => void response.destroy();
    await expect(signIn()).rejects.toBeInstanceOf(LinkDown);
  });
});
