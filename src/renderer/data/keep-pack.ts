import type { VaultBridge, WantedBlob } from '../../shared/bridge/bridge.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { Replica } from './replica.ts';
import { packOf } from './select/documents.ts';
import { agendaOf, meetingsByNearness } from './select/meetings.ts';
import { supersededBlobs } from './select/versions.ts';

/**
 * Keeps the vault wanting what the records name: the papers of all meetings that this terminal holds, most urgent
 * first, and after them the texts that were replaced. Nothing is wanted, and so nothing is given up, before the records have been read from the disk.
 */
export function keepPack(replica: Pick<Replica, 'records'>, vault: Pick<VaultBridge, 'want'>): Stop {
  const meetings = replica.records('meeting');
  const items = replica.records('agenda-item');
  const documents = replica.records('document');
  const versions = replica.records('document-version');
  let wanted: readonly WantedBlob[] | null = null;
  const look = (): void => {
    if (!meetings.get().read) return;
    const pack = meetingsByNearness(meetings.get().list).flatMap((meeting) =>
      packOf(agendaOf(items.get().list, meeting.id), documents.get().list, versions.get().byId),
    );
    const older = supersededBlobs(documents.get().list, versions.get().byId);
    const unique = uniqueOf([...pack, ...older]);
    if (wanted !== null && isSame(wanted, unique)) return;
    wanted = unique;
    vault.want(unique);
  };
  look();
  const stops = [meetings, items, documents, versions].map((records) => records.subscribe(look));
  return () => {
    for (const stop of stops) stop();
  };
}

/** Each blob once, at its first place. */
function uniqueOf(blobs: readonly WantedBlob[]): readonly WantedBlob[] {
  const unique = new Map<string, WantedBlob>();
  for (const blob of blobs) if (!unique.has(nameOf(blob))) unique.set(nameOf(blob), blob);
  return [...unique.values()];
}

function isSame(a: readonly WantedBlob[], b: readonly WantedBlob[]): boolean {
  return a.length === b.length && a.every((blob, index) => isSameBlob(blob, b[index]));
}

function isSameBlob(a: WantedBlob, b: WantedBlob | undefined): boolean {
  return b !== undefined && nameOf(a) === nameOf(b);
}

/** Two meetings may have the same text among their papers; each keeps its own copy. */
function nameOf({ meetingId, sha256 }: WantedBlob): string {
  return `${meetingId}|${sha256}`;
}
