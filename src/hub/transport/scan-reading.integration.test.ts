import { chmodSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { sampleVote } from '../room/testing/sample-plan.ts';
import { all, read } from '../room/room-state.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { hubActor } from './ask.ts';
import { createScanReading, type ScanReading } from './scan-reading.ts';
import { silentLogger } from './logger.ts';
import type { DocumentVersionId } from '../../shared/records/ids.ts';

const folder = temporaryFolder();
let hub: SeededHub;
let scan: DocumentVersionId;
beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  const query = {
    meetingId: 'm1',
    itemId: sampleVote.itemId,
    category: 'main',
    fileName: 'scan.pdf',
  } as never;
  const added = await hub.intake.add(once(await makeScan()), query, hubActor);
  if (!added.ok) throw new Error(added.reason);
  scan = added.value.versionId;
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

/** Stand-ins for the programs: one draws a page as nothing, the other reads the same words on each. */
function reading(words: string): ScanReading {
  const pdftoppm = program('pdftoppm', 'for last; do :; done; : > "$last.png"');
  const tesseract = program('tesseract', `printf '%s' '${words}'`);
  const tools = { ocr: { pdftoppm, tesseract }, withoutNetwork: [] };
  return createScanReading({
    room: hub.room,
    blobs: hub.store.blobs,
    ask: hub.ask,
    tools,
    logger: silentLogger,
  });
}

function program(name: string, script: string): string {
  const file = join(folder.path, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const versionOf = (id: DocumentVersionId) => read(hub.room.state(), 'document-version', id);

describe.skipIf(process.platform === 'win32')('[FILE-5] a scan is read in the background', () => {
  it('and stays as it is when nothing is found in it', async () => {
    const reader = reading('...');
    const seq = hub.room.head().seq;
    reader.look();
    await reader.stop();
    expect(versionOf(scan)).toMatchObject({ searchable: 'none', text: null });
    expect(hub.room.head().seq).toBe(seq);
  });

  it('and has its words from then on, with the same pages and the same hash', async () => {
    const before = versionOf(scan);
    const reader = reading('Biên bản khảo sát hiện trường dự án cầu Bến Đá và đường dẫn');
    reader.look();
    await expect.poll(() => versionOf(scan)?.searchable).toBe('ocr');
    const after = versionOf(scan);
    expect({ ...after, text: null, searchable: 'none' }).toEqual(before);
    const blob = await readFile(
      hub.store.blobs.fileOf(after?.text?.sha256 ?? before?.sha256 ?? ('' as never)),
      'utf8',
    );
    expect(JSON.parse(blob)).toMatchObject({
      pages: [expect.stringContaining('cầu Bến Đá'), expect.anything()],
    });
    await reader.stop();
  });

  it('once: a version that has words is given no others', async () => {
    const text = versionOf(scan)?.text;
    if (text === null || text === undefined) throw new Error('the scan has words');
    const payload = { meetingId: 'm1', versionId: scan, text } as never;
    expect(await hub.ask({ type: 'document/tell-words', payload }, hubActor)).toMatchObject({
      code: 'document/exists',
    });
    const unknown = { meetingId: 'm1', versionId: 'nowhere', text } as never;
    expect(await hub.ask({ type: 'document/tell-words', payload: unknown }, hubActor)).toMatchObject({
      code: 'document/unknown',
    });
    expect(
      [...all(hub.room.state(), 'document-version')].filter(({ searchable }) => searchable === 'ocr'),
    ).toHaveLength(1);
  });
});

async function makeScan(): Promise<Uint8Array> {
  const canvas = createCanvas(60, 80);
  const pdf = await PDFDocument.create();
  const image = await pdf.embedPng(new Uint8Array(await canvas.encode('png')));
  for (let page = 0; page < 2; page += 1) pdf.addPage([595, 842]).drawImage(image);
  return await pdf.save();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
