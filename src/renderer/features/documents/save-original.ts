import type { HubBridge } from '../../../shared/bridge/bridge.ts';
import type { OriginalFile } from '../../../shared/records/document-version.ts';

/** How long the system may take to fetch what it was handed, in milliseconds. */
const fetchingMs = 60_000;
const pieceBytes = 1024 * 1024;

/** Fetches an original from the hub and gives it to the person; false when it cannot be had now. */
export async function saveOriginal(
  { sha256, bytes, fileName, mediaType }: OriginalFile,
  readBlob: HubBridge['readBlob'],
): Promise<boolean> {
  const pieces: BlobPart[] = [];
  for (let begin = 0; begin < bytes; begin += pieceBytes) {
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other keeps the link free for the room
    const piece = await readBlob(sha256, begin, Math.min(bytes, begin + pieceBytes)).catch(() => null);
    if (piece === null || !piece.ok) return false;
    pieces.push(Uint8Array.from(piece.value));
  }
  const address = URL.createObjectURL(new Blob(pieces, { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), fetchingMs);
  return true;
}
