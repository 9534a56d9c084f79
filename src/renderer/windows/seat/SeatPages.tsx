import { useCallback, useMemo, type ReactNode } from 'react';
import type { PageAnchor } from '../../../shared/domain/annotations/carry.ts';
import { useRecords } from '../../data/records.ts';
import { AnnotationDesk, type DeskSlots } from '../../features/annotations/AnnotationDesk.tsx';
import type { SeatView } from './use-seat.ts';

interface SeatPagesProps {
  readonly seat: SeatView;
  /** Turns to a page of the text that is open. */
  readonly onTurn: (page: number) => void;
  /** The reader, with what lies over its pages and stands among its tools. */
  readonly children: (slots: DeskSlots) => ReactNode;
}

/** Joins the pages of a seat with what its delegate writes on them. */
export function SeatPages({ seat, onTurn, children }: SeatPagesProps) {
  const { meeting, version, page, reading } = seat;
  const known = useRecords('document-version');
  const versions = useMemo(() => new Map(known.map((one) => [one.id, one])), [known]);
  const { openAlone } = reading;
  const openOld = useCallback(
    ({ versionId, page: of }: PageAnchor) => openAlone({ versionId, page: of }),
    [openAlone],
  );
  return (
    <AnnotationDesk
      meetingId={meeting?.id ?? null}
      versionId={version?.id ?? null}
      versions={versions}
      page={page?.page ?? 1}
      onGoTo={onTurn}
      onOpenOld={openOld}
    >
      {children}
    </AnnotationDesk>
  );
}
