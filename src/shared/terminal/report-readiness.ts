import type { BlobProgress, OutboxBridge, VaultBridge } from '../bridge/bridge.ts';
import type { Link } from '../link/link.ts';
import { isStranded, type Whoever } from '../link/maker.ts';
import { isWaiting, type OutboxEntry } from '../link/outbox-entry.ts';
import {
  namedHeld,
  namedMissing,
  namedStranded,
  type ReportMessage,
  type StrandedCommand,
} from '../protocol/report.ts';
import type { DocumentVersionId } from '../records/ids.ts';

export interface ReadinessParts {
  readonly link: Pick<Link, 'report' | 'status' | 'session'>;
  readonly outbox: Pick<OutboxBridge, 'entries'>;
  readonly vault: Pick<VaultBridge, 'progress'>;
}

/** A clock is told again when it has moved against the hub's by so much, in milliseconds. */
const clockStepMs = 1_000;

/**
 * Tells the hub now and at every change how much of the pack is here and what is lacking, how many commands wait, and
 * how far the clock is off, for the clerk to see.
 */
export function reportReadiness({ link, outbox, vault }: ReadinessParts): void {
  let clockDifferenceMs: number | null = null;
  let said = '';
  const report = (): void => {
    const entries = outbox.entries.get();
    const waiting = entries.filter(isWaiting).length;
    const stranded = strandedIn(entries, link.session.get() ?? nobody);
    const readiness = { ...packReadiness(vault.progress.get()), waiting, stranded, clockDifferenceMs };
    // Progress comes with every chunk; the consoles need hear of whole documents alone.
    const text = JSON.stringify(readiness);
    if (text === said) return;
    said = text;
    link.report(readiness);
  };
  const measureClock = (): void => {
    const measured = link.status.get().clockDifferenceMs;
    if (measured === null) return;
    const hasMoved = clockDifferenceMs === null || Math.abs(measured - clockDifferenceMs) >= clockStepMs;
    if (hasMoved) clockDifferenceMs = Math.round(measured / clockStepMs) * clockStepMs;
  };
  measureClock();
  report();
  vault.progress.subscribe(report);
  outbox.entries.subscribe(report);
  link.session.subscribe(report);
  link.status.subscribe(() => {
    measureClock();
    report();
  });
}

const nobody = { participantId: null, personId: null } as const;

/** What waits here for people who are not here, the oldest first. */
function strandedIn(entries: readonly OutboxEntry[], now: Whoever): StrandedCommand[] {
  return entries
    .flatMap((entry) => {
      const { participantId, command, madeAt } = entry;
      return participantId !== null && isStranded(entry, now) ? [{ participantId, command, madeAt }] : [];
    })
    .slice(0, namedStranded);
}

/** A version is held when all its blobs are: the copy to draw, and its words. */
export function packReadiness(
  pack: readonly Pick<BlobProgress, 'versionId' | 'state'>[],
): Pick<ReportMessage, 'packHeld' | 'packTotal' | 'missing' | 'held'> {
  const wholeOf = new Map<DocumentVersionId, boolean>();
  for (const { versionId, state } of pack) {
    wholeOf.set(versionId, (wholeOf.get(versionId) ?? true) && state === 'held');
  }
  const held = [...wholeOf].flatMap(([versionId, isWhole]) => (isWhole ? [versionId] : []));
  const missing = [...wholeOf].flatMap(([versionId, isWhole]) => (isWhole ? [] : [versionId]));
  return {
    packHeld: held.length,
    packTotal: wholeOf.size,
    missing: missing.slice(0, namedMissing),
    held: held.slice(0, namedHeld),
  };
}
