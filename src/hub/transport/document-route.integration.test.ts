import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { added, type AddDocumentQuery } from '../../shared/protocol/http.ts';
import { headersOf, type Terminal } from '../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { createCanvas } from '@napi-rs/canvas';
import { makeDocx } from '../documents/office-samples.ts';
import { cut, makePdf } from '../documents/pdf-samples.ts';
import { all, read } from '../room/room-state.ts';
import { samplePlan } from '../room/testing/sample-plan.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
let hub: SeededHub;
let clerk: Terminal;
let pdf: Uint8Array;
beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
  pdf = await makePdf({ pages: 3, title: 'Tờ trình về đầu tư công' });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const place = { meetingId: 'm1', itemId: 'i1', category: 'main', fileName: 'tờ trình số 1.pdf' };
type Loose = Partial<Record<keyof AddDocumentQuery, string>>;

const add = async (
  body: Uint8Array | string,
  query: Loose = {},
  terminal: Terminal | null = clerk,
): Promise<[number, Record<string, unknown>]> => {
  const response = await fetch(`${hub.url}/v1/documents?${queryText({ ...place, ...query })}`, {
    method: 'POST',
    headers: { ...(terminal === null ? {} : headersOf(terminal)), 'content-type': 'application/pdf' },
    body: body as Uint8Array<ArrayBuffer>,
  });
  return [response.status, (await response.json()) as Record<string, unknown>];
};

const documents = (): number => [...all(hub.room.state(), 'document')].length;
const filesKept = (): string[] =>
  readdirSync(join(folder.path, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f-]{36}$/.test(name),
  );

describe('adding a paper', () => {
  it('keeps the bytes and tells the room, with the title that the file carries', async () => {
    const [status, body] = await add(pdf);
    expect(status).toBe(201);
    const { documentId, versionId, pages } = added.parse(body);
    expect(pages).toBe(3);
    expect(read(hub.room.state(), 'document', documentId)).toMatchObject({
      title: 'Tờ trình về đầu tư công',
      itemId: 'i1',
      category: 'main',
    });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(read(hub.room.state(), 'document-version', versionId)).toMatchObject({
      sha256,
      bytes: pdf.length,
      fileName: 'tờ trình số 1.pdf',
    });
    const seat = seededTerminal(hub, 'seat', { seat: 'A01' });
    expect((await fetch(`${hub.url}/v1/blobs/${sha256}`, { headers: headersOf(seat) })).status).toBe(200);
  });

  it('takes a title that is given, and the file name where there is none', async () => {
    const untitled = await makePdf({ pages: 1 });
    const [, named] = await add(untitled, { title: 'Báo cáo của Sở' });
    const [, unnamed] = await add(untitled, { fileName: 'bao cao so 2.pdf' });
    const titleOf = (body: Record<string, unknown>): string | undefined =>
      read(hub.room.state(), 'document', added.parse(body).documentId)?.title;
    expect([titleOf(named), titleOf(unnamed)]).toEqual(['Báo cáo của Sở', 'Bao cao so 2']);
  });
});

describe('what else is taken', () => {
  it('is told to a device of the room, and to nobody else', async () => {
    const ask = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${hub.url}/v1/intake`, { headers });
    expect(await (await ask(headersOf(clerk))).json()).toEqual({ office: false, ocr: false });
    expect((await ask({})).status).toBe(401);
  });

  it('[FILE-4] a picture becomes a page; the file itself is kept, for the secretary alone', async () => {
    const canvas = createCanvas(40, 30);
    const picture = new Uint8Array(await canvas.encode('png'));
    const [status, body] = await add(picture, { fileName: 'sơ đồ.png' });
    expect([status, body['pages']]).toEqual([201, 1]);
    const version = read(hub.room.state(), 'document-version', added.parse(body).versionId);
    const sha256 = createHash('sha256').update(picture).digest('hex');
    expect(version).toMatchObject({
      original: { sha256, bytes: picture.length, fileName: 'sơ đồ.png', mediaType: 'image/png' },
      view: { sha256: version?.sha256 },
      searchable: 'none',
      text: null,
    });
    const statusFor = async (terminal: Terminal, name: string): Promise<number> =>
      (await fetch(`${hub.url}/v1/blobs/${name}`, { headers: headersOf(terminal) })).status;
    const seat = seededTerminal(hub, 'seat', { seat: 'A05', person: 'p-A05' });
    expect([await statusFor(clerk, sha256), await statusFor(seat, sha256)]).toEqual([200, 404]);
    expect(await statusFor(seat, version?.view.sha256 ?? '')).toBe(200);
  });

  it('the words of a paper are a blob of their own, page by page in NFC', async () => {
    const [, body] = await add(pdf, { fileName: 'tờ trình.pdf' });
    const version = read(hub.room.state(), 'document-version', added.parse(body).versionId);
    const answer = await fetch(`${hub.url}/v1/blobs/${version?.text?.sha256}`, { headers: headersOf(clerk) });
    const { pages } = (await answer.json()) as { pages: string[] };
    expect(pages).toHaveLength(3);
    expect(pages[1]).toBe('Page 2 of a paper for tests');
  });

  it.each([
    ['C:\\Họp\\tờ trình.pdf', 'tờ trình.pdf'],
    ['../../etc/tờ trình.pdf'.normalize('NFD'), 'tờ trình.pdf'],
    ['Báo cáo 1/2 quý.pdf'.normalize('NFD'), 'Báo cáo 1-2 quý.pdf'],
    ['/', 'tai-lieu'],
  ])('a file named %j is kept as %j: in NFC, without a path', async (fileName, kept) => {
    const [status, body] = await add(pdf, { fileName });
    expect(status).toBe(201);
    const version = read(hub.room.state(), 'document-version', added.parse(body).versionId);
    expect(version?.fileName).toBe(kept);
  });

  it('a file of another kind is told what kinds are taken', async () => {
    const [status, body] = await add('Kính gửi các đồng chí', { fileName: 'ghi-chu.txt' });
    expect([status, body['code']]).toEqual([422, 'document/kind-not-taken']);
    expect(body['vi']).toContain('docx');
  });

  it('an office file without LibreOffice is refused with the way out', async () => {
    const [status, body] = await add(makeDocx(['Báo cáo']), { fileName: 'bao-cao.docx' });
    expect([status, body['code']]).toEqual([422, 'document/no-converter']);
    expect(body['vi']).toContain('xuất tệp ra PDF');
  });
});

describe('a file that makes no paper', () => {
  it.each([
    ['is empty', (): string => '', 'document/empty', 422],
    ['is no PDF', (): string => 'Kính gửi các đồng chí', 'document/not-pdf', 422],
    ['is cut off', (): Uint8Array => cut(pdf, pdf.length - 300), 'document/truncated', 422],
    ['is locked', (): Promise<Uint8Array> => makePdf({ userPassword: 'bí mật' }), 'document/encrypted', 422],
  ] as const)(
    '%s: it is refused in Vietnamese, and nothing of it is kept',
    async (_what, make, code, status) => {
      const before = [documents(), hub.room.head().seq, filesKept()];
      const [given, body] = await add(await make());
      expect([given, body['code']]).toEqual([status, code]);
      expect(body['vi']).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêệềếểễôồốộổỗơờớợởỡưừứựửữ]/u);
      expect([documents(), hub.room.head().seq, filesKept()]).toEqual(before);
    },
  );

  it('belongs to an item on paper: the room refuses it, and its bytes are removed again', async () => {
    const before = filesKept();
    const [status, body] = await add(await makePdf({ pages: 1, title: 'Mật' }), { itemId: 'i3' });
    expect([status, body['code']]).toEqual([409, 'document/paper-only']);
    expect(filesKept()).toEqual(before);
  });

  it('has the bytes of another paper: those stay when the room refuses the second', async () => {
    await add(pdf);
    const before = filesKept();
    expect((await add(pdf, { itemId: 'nowhere' }))[1]['code']).toBe('item/unknown');
    expect(filesKept()).toEqual(before);
  });

  it('is larger than allowed: it is refused, and the refusal reaches its sender', async () => {
    const before = filesKept();
    const size = 201 * 1024 * 1024;
    const response = await fetch(`${hub.url}/v1/documents?${queryText(place)}`, {
      method: 'POST',
      headers: { ...headersOf(clerk), 'content-type': 'application/pdf' },
      body: zeros(size),
      duplex: 'half',
    });
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'document/too-large' }]);
    expect(filesKept()).toEqual(before);
  });

  it('breaks off on the way: nothing of it is kept, and the hub goes on', async () => {
    const before = filesKept();
    const { port, hostname } = new URL(hub.url);
    const socket = connect(Number(port), hostname);
    const head = Object.entries({
      ...headersOf(clerk),
      host: 'hub',
      'content-type': 'application/pdf',
      'content-length': '9999',
    });
    const lines = head.map(([name, value]) => `${name}: ${value}`).join('\r\n');
    socket.write(
      `POST /v1/documents?${queryText(place)} HTTP/1.1\r\n${lines}\r\n\r\n%PDF-1.7 half of a paper`,
    );
    await expect.poll(() => filesKept().length).toBeGreaterThan(before.length);
    socket.destroy();
    await expect.poll(() => hub.lines.some((line) => line.includes('document/broken-off'))).toBe(true);
    expect(filesKept()).toEqual(before);
    expect(hub.faults).toEqual([]);
  });
});

describe('who may add a paper', () => {
  it.each([
    ['nobody known', (): Terminal | null => null, 401, 'access/unknown-device'],
    ['a console where nobody has signed in', () => seededTerminal(hub, 'clerk'), 401, 'access/not-signed-in'],
    ['the chairperson', () => seededTerminal(hub, 'chair', { person: 'p-A01' }), 403, 'access/not-allowed'],
    [
      'a delegate',
      () => seededTerminal(hub, 'seat', { seat: 'A02', person: 'p-A02' }),
      403,
      'access/not-allowed',
    ],
    [
      'a delegate at the secretary’s console',
      () => seededTerminal(hub, 'clerk', { person: 'p-A02' }),
      403,
      'access/not-allowed',
    ],
  ] satisfies [string, () => Terminal | null, number, string][])(
    '[INV-6] not %s',
    async (_who, terminal, status, code) => {
      const before = hub.room.head().seq;
      expect(await add(pdf, {}, terminal())).toMatchObject([status, { code }]);
      expect(hub.room.head().seq).toBe(before);
    },
  );

  it.each([
    [{ category: 'secret' }],
    [{ itemId: '' }],
    [{ fileName: 'x'.repeat(300) }],
    [{ meetingId: 'a/b' }],
  ])('not with the query %j', async (query) => {
    expect(await add(pdf, query)).toMatchObject([400, { code: 'command/malformed' }]);
  });

  it('[INV-7] and the log has no word of a paper', () => {
    const text = hub.lines.join('\n');
    expect(text).toContain('document/added');
    for (const word of ['Tờ trình', 'bao cao', 'Báo cáo', samplePlan.meeting.title])
      expect(text).not.toContain(word);
  });
});

function zeros(size: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= size) return controller.close();
      sent += piece.byteLength;
      controller.enqueue(piece);
    },
  });
}

function queryText(query: Record<string, string>): string {
  return new URLSearchParams(query).toString();
}
