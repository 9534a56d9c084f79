import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { added, replaced } from '../../shared/protocol/http.ts';
import type { DocumentVersionId } from '../../shared/records/ids.ts';
import { headersOf, type Terminal } from '../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { makePdf } from '../documents/pdf-samples.ts';
import { all, read } from '../room/room-state.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** Each comparison starts a process. */
const patienceMs = 60_000;

const folder = temporaryFolder();
let hub: SeededHub;
let clerk: Terminal;
let first: DocumentVersionId;

beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
  const place = { meetingId: 'm1', itemId: 'i1', category: 'main', fileName: 'du-thao.pdf' };
  const [, body] = await post(await makePdf({ pages: 2 }), place);
  first = added.parse(body).versionId;
}, patienceMs);
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

async function post(
  pdf: Uint8Array,
  query: Readonly<Record<string, string>>,
  terminal: Terminal = clerk,
): Promise<[number, Record<string, unknown>]> {
  const response = await fetch(`${hub.url}/v1/documents?${String(new URLSearchParams(query))}`, {
    method: 'POST',
    headers: { ...headersOf(terminal), 'content-type': 'application/pdf' },
    body: pdf as Uint8Array<ArrayBuffer>,
  });
  return [response.status, (await response.json()) as Record<string, unknown>];
}

const place = (publish: 'yes' | 'no', replaces: string = first) => ({
  meetingId: 'm1',
  replaces,
  reason: 'Thêm một trang',
  fileName: 'du-thao-2.pdf',
  publish,
});
const versions = (): number => [...all(hub.room.state(), 'document-version')].length;
const origins = [
  { from: 1, changed: false },
  { from: 2, changed: false },
  { from: null, changed: true },
];

describe('replacing a text over HTTP', { timeout: patienceMs }, () => {
  it('[DOC-2] compares without publishing: what changes is told and nothing is kept', async () => {
    const before = versions();
    const [status, body] = await post(await makePdf({ pages: 3 }), place('no'));
    expect(status).toBe(201);
    expect(replaced.parse(body)).toMatchObject({
      versionId: null,
      pagesBefore: 2,
      pages: origins,
      isComplete: true,
    });
    expect(versions()).toBe(before);
  });

  it('[DOC-1] refuses the same bytes, a version not in force, and everybody but the secretary', async () => {
    expect(await post(await makePdf({ pages: 2 }), place('yes', 'nobody-knows'))).toMatchObject([
      409,
      { code: 'document/replaced-already' },
    ]);
    const seat = seededTerminal(hub, 'seat', { seat: 'A01' });
    const [status] = await post(await makePdf({ pages: 3 }), place('yes'), seat);
    expect(status).toBe(401);
  });

  it('[DOC-2] publishes what was looked at without being sent it again, for the console that sent it', async () => {
    const paper = { meetingId: 'm1', itemId: 'i1', category: 'main', fileName: 'phu-luc.pdf' };
    const { versionId } = added.parse((await post(await makePdf({ pages: 5 }), paper))[1]);
    const [, told] = await post(await makePdf({ pages: 6 }), place('no', versionId));
    const { prepared } = replaced.parse(told);
    if (prepared === null) throw new Error('nothing is held');
    const viewAt = async (terminal: Terminal): Promise<number> =>
      (await fetch(`${hub.url}/v1/blobs/${prepared.view.sha256}`, { headers: headersOf(terminal) })).status;
    expect(await viewAt(clerk)).toBe(200);
    expect(await viewAt(seededTerminal(hub, 'seat', { seat: 'A01' }))).toBe(404);

    const named = { ...place('yes', versionId), prepared: prepared.sha256 };
    const other = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
    expect(await post(new Uint8Array(), named, other)).toMatchObject([404, { code: 'blob/unknown' }]);
    const [status, body] = await post(new Uint8Array(), named);
    expect(status).toBe(201);
    const published = replaced.parse(body);
    expect(published.prepared).toBeNull();
    expect(read(hub.room.state(), 'document-version', String(published.versionId))).toMatchObject({
      sha256: prepared.sha256,
      pages: 6,
      fileName: 'du-thao-2.pdf',
    });
    // Once: what was published is not held any more.
    expect((await post(new Uint8Array(), named))[0]).toBe(404);
  });

  it('[DOC-1] takes a picture in the place of a text, and keeps the picture as its original', async () => {
    const picture = createCanvas(400, 500).toBuffer('image/png');
    const paper = { meetingId: 'm1', itemId: 'i1', category: 'main', fileName: 'so-do.pdf' };
    const { versionId } = added.parse((await post(await makePdf({ pages: 1 }), paper))[1]);
    const query = { ...place('no', versionId), fileName: 'Sơ đồ.png' };
    const { prepared } = replaced.parse((await post(picture, query))[1]);
    const [status, body] = await post(new Uint8Array(), {
      ...query,
      publish: 'yes',
      prepared: prepared?.sha256 ?? '',
    });
    expect(status).toBe(201);
    expect(read(hub.room.state(), 'document-version', String(body['versionId']))).toMatchObject({
      pages: 1,
      original: { fileName: 'Sơ đồ.png', mediaType: 'image/png' },
    });
  });

  it('[DOC-2] [INV-1] publishes with the origins and the reason, and refuses the next against the old version', async () => {
    const [status, body] = await post(await makePdf({ pages: 3 }), place('yes'));
    expect(status).toBe(201);
    const { versionId, documentId } = replaced.parse(body);
    expect(read(hub.room.state(), 'document', documentId)?.currentVersionId).toBe(versionId);
    expect(read(hub.room.state(), 'document-version', String(versionId))).toMatchObject({
      number: 2,
      pages: 3,
      fileName: 'du-thao-2.pdf',
      replaces: { versionId: first, reason: 'Thêm một trang', pages: origins },
    });
    expect(await post(await makePdf({ pages: 4 }), place('yes'))).toMatchObject([
      409,
      { code: 'document/replaced-already' },
    ]);
  });

  it('[WIRE-1] refuses a replacement without a reason', async () => {
    expect(await post(await makePdf(), { ...place('yes'), reason: '  ' })).toMatchObject([
      400,
      { code: 'command/malformed' },
    ]);
  });
});
