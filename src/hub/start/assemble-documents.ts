import { documentId, documentVersionId } from '../../shared/records/ids.ts';
import { createPageComparer } from '../documents/compare/compare-process.ts';
import type { Tools } from '../documents/find-tools.ts';
import { createPdfInspector, type PdfInspector } from '../documents/inspect-pdf.ts';
import { createFileTaker } from '../documents/take-file.ts';
import type { Room } from '../room/room.ts';
import type { Store } from '../store/open-store.ts';
import type { Ask } from '../transport/ask.ts';
import { createDocumentIntake, type DocumentIntake } from '../transport/document-intake.ts';
import { createDocumentReplacement } from '../transport/document-replacement.ts';
import type { Logger } from '../transport/logger.ts';
import { PreparedTexts } from '../transport/prepared-texts.ts';
import type { RoomView } from '../transport/room-view.ts';
import { createScanReading, type ScanReading } from '../transport/scan-reading.ts';
import { newId } from '../transport/secrets.ts';

export interface DocumentParts {
  readonly room: Room;
  readonly view: RoomView;
  readonly ask: Ask;
  readonly blobs: Store['blobs'];
  readonly tools: Tools;
  readonly logger: Logger;
  now(): number;
}

/** Everything of a hub that takes papers in. */
export interface AssembledDocuments {
  readonly intake: DocumentIntake;
  readonly inspector: PdfInspector;
  readonly scans: ScanReading;
  readonly prepared: PreparedTexts;
  /** Ends what is under way; a paper that is half taken leaves nothing behind. */
  stop(): Promise<void>;
}

/** Wires inspection, conversion, comparison and the reading of scans together. */
export function assembleDocuments({
  room,
  view,
  ask,
  blobs,
  tools,
  logger,
  now,
}: DocumentParts): AssembledDocuments {
  const inspector = createPdfInspector();
  const comparer = createPageComparer();
  const newVersionId = () => documentVersionId.parse(newId('ver'));
  const scans = createScanReading({ room, blobs, ask, tools, logger });
  const prepared = new PreparedTexts(now);
  const intake = createDocumentIntake({
    blobs,
    inspector,
    taker: createFileTaker({ inspector, tools }),
    isNamed: view.isNamed,
    ask,
    onAdded: () => scans.look(),
    newDocumentId: () => documentId.parse(newId('doc')),
    newVersionId,
    replacement: createDocumentReplacement({
      blobs,
      comparer,
      versionInForce: view.versionInForce,
      newVersionId,
    }),
    prepared,
  });
  return {
    intake,
    inspector,
    scans,
    prepared,
    async stop() {
      comparer.stop();
      await prepared.stop();
      await scans.stop();
      await inspector.stop();
    },
  };
}
