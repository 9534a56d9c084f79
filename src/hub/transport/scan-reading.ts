import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Tools } from '../documents/find-tools.ts';
import { isSearchable, textBlob } from '../documents/page-texts.ts';
import { readScan } from '../documents/read-scan.ts';
import type { Room } from '../room/room.ts';
import { all, read } from '../room/room-state.ts';
import type { DocumentVersion } from '../../shared/records/document-version.ts';
import type { DocumentVersionId } from '../../shared/records/ids.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { hubActor, type Ask } from './ask.ts';
import { faultFields, type Logger } from './logger.ts';

export interface ScanReadingPorts {
  readonly room: Pick<Room, 'state'>;
  readonly blobs: Pick<BlobStore, 'fileOf' | 'stage' | 'remove'>;
  readonly ask: Ask;
  readonly tools: Pick<Tools, 'ocr' | 'withoutNetwork'>;
  readonly logger: Logger;
}

/**
 * Reads scans in the background, one after the other: a page takes seconds, and a scan of a hundred pages may take as
 * many minutes as a meeting has items. Until then the scan is in the room and marked as not searchable.
 */
export interface ScanReading {
  /** Looks for scans that nobody has read yet, and begins; without the programs for it, does nothing. */
  look(): void;
  /** Breaks off. What was not finished is begun anew at the next start. */
  stop(): Promise<void>;
}

export function createScanReading(ports: ScanReadingPorts): ScanReading {
  const tried = new Set<DocumentVersionId>();
  const stopping = new AbortController();
  let working: Promise<void> | null = null;

  const next = (): DocumentVersion | null => {
    for (const version of all(ports.room.state(), 'document-version')) {
      if (version.searchable === 'none' && isInForce(version, ports) && !tried.has(version.id))
        return version;
    }
    return null;
  };

  const work = async (ocr: NonNullable<Tools['ocr']>): Promise<void> => {
    for (let scan = next(); scan !== null && !stopping.signal.aborted; scan = next()) {
      tried.add(scan.id);
      await readOne(scan, ocr, stopping.signal, ports).catch((error: unknown) =>
        ports.logger.warn('scan/not-read', faultFields(error)),
      );
    }
  };

  return {
    look() {
      const { ocr } = ports.tools;
      if (ocr === null || working !== null) return;
      working = work(ocr).finally(() => {
        working = null;
      });
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

function isInForce({ id, documentId }: DocumentVersion, { room }: ScanReadingPorts): boolean {
  return read(room.state(), 'document', documentId)?.currentVersionId === id;
}

async function readOne(
  { id: versionId, meetingId, view, pages }: DocumentVersion,
  ocr: NonNullable<Tools['ocr']>,
  signal: AbortSignal,
  { blobs, ask, tools, logger }: ScanReadingPorts,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nghisu-scan-'));
  const file = blobs.fileOf(view.sha256);
  const { withoutNetwork } = tools;
  try {
    const texts = await readScan({ file, pages, folder, ocr, withoutNetwork, signal });
    if (texts === null || !isSearchable(texts, 1)) return;
    const staged = await blobs.stage(Readable.from([Buffer.from(textBlob(texts))]), Number.MAX_SAFE_INTEGER);
    if (!staged.ok) return;
    const { sha256, bytes } = staged.value;
    await staged.value.keep();
    const payload = { meetingId, versionId, text: { sha256, bytes } };
    const answer = await ask({ type: 'document/tell-words', payload }, hubActor);
    if (answer.status !== 'accepted') await blobs.remove(sha256);
    else logger.info('scan/read', { count: pages });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
