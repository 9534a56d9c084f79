import { useMemo } from 'react';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { mergeLayer } from '../../../shared/domain/annotations/merge-layer.ts';
import { usePersonalLayer } from '../../data/personal-layer.ts';
import { useRecords } from '../../data/records.ts';
import { placeNotes } from '../../features/annotations/page-notes.ts';
import { ExportPanel } from '../../features/export/ExportPanel.tsx';
import { openCopy } from './open-copy.ts';
import { useRoomTime } from '../frame/use-room-time.ts';
import type { SeatView } from './use-seat.ts';

/** The person's own copy of the open document, with the notes that were written in any of its versions. */
export function SeatExport({ seat }: { readonly seat: SeatView }) {
  const { meeting, version, me } = seat;
  if (meeting === null || version === null || me === null) return null;
  return <OwnCopy seat={seat} meeting={meeting} version={version} />;
}

interface OwnCopyProps {
  readonly seat: SeatView;
  readonly meeting: Meeting;
  readonly version: DocumentVersion;
}

function OwnCopy({ seat, meeting, version }: OwnCopyProps) {
  const layer = usePersonalLayer(meeting.id);
  const versions = useRecords('document-version');
  const nowMs = useRoomTime();
  const { state, operations } = layer;
  const notes = useMemo(() => {
    if (state !== 'ready') return null;
    const byId = new Map(versions.map((each) => [each.id, each] as const));
    return placeNotes(mergeLayer(operations).annotations, version.id, byId);
  }, [state, operations, version.id, versions]);
  return (
    <ExportPanel
      meetingId={meeting.id}
      openCopy={openCopy}
      version={version}
      title={seat.documentTitle}
      notes={notes}
      fullName={seat.delegate?.person?.fullName ?? ''}
      seat={seat.delegate?.participant.seat ?? ''}
      policy={meeting.body.copies ?? { save: true, print: false }}
      nowMs={nowMs}
    />
  );
}
