import { useMemo } from 'react';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { useBridge } from '../../data/data-context.ts';
import type { PdfSource } from './pdf/pdf-source.ts';

/** The bytes of a version that this terminal holds; null while there is no version. */
export function useVersionSource(version: DocumentVersion | null): PdfSource | null {
  const { vault } = useBridge();
  const sha256 = version?.view.sha256 ?? null;
  const bytes = version?.view.bytes ?? 0;
  return useMemo(
    () => (sha256 === null ? null : { bytes, read: (begin, end) => vault.read(sha256, begin, end) }),
    [vault, sha256, bytes],
  );
}

/** Bytes asked for at once. */
const pieceBytes = 1024 * 1024;

/** The bytes of a file that lies at the hub alone; null while there is none. */
export function useHubSource(file: BlobReference | null): PdfSource | null {
  const { hub } = useBridge();
  const sha256 = file?.sha256 ?? null;
  const bytes = file?.bytes ?? 0;
  return useMemo(() => {
    if (sha256 === null) return null;
    const read = async (begin: number, end: number): Promise<Uint8Array | null> => {
      const whole = new Uint8Array(end - begin);
      for (let at = begin; at < end; at += pieceBytes) {
        // oxlint-disable-next-line no-await-in-loop -- one piece after the other keeps the link free for the room
        const piece = await hub.readBlob(sha256, at, Math.min(end, at + pieceBytes)).catch(() => null);
        if (piece === null || !piece.ok) return null;
        whole.set(piece.value, at - begin);
      }
      return whole;
    };
    return { bytes, read };
  }, [hub, sha256, bytes]);
}
