import { useState, type PointerEvent } from 'react';
import type { PointedPlace } from '../../../shared/protocol/point.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { toPageUnits, type PageFrame } from '../../view/page-frame.ts';
import { PointerMark } from './PointerMark.tsx';
import styles from './PointerMark.module.css';

interface PointingSurfaceProps {
  readonly versionId: DocumentVersionId;
  readonly frame: PageFrame;
  readonly onPoint: (at: PointedPlace | null) => void;
}

/** A page on which the leader points: with a mouse by moving over it, with pen or finger while it is down. */
export function PointingSurface({ versionId, frame, onPoint }: PointingSurfaceProps) {
  const [own, setOwn] = useState<PointedPlace | null>(null);
  const tell = (at: PointedPlace | null): void => {
    setOwn(at);
    onPoint(at);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const edge = event.currentTarget.getBoundingClientRect();
    const { x, y } = toPageUnits({ x: event.clientX - edge.left, y: event.clientY - edge.top }, frame);
    tell({ versionId, page: frame.page, x: tenth(x), y: tenth(y) });
  };
  return (
    <>
      <div
        className={styles.surface}
        data-pointing={frame.page}
        onPointerDown={move}
        onPointerMove={move}
        onPointerLeave={() => tell(null)}
        onPointerCancel={() => tell(null)}
        onPointerUp={(event) => {
          if (event.pointerType !== 'mouse') tell(null);
        }}
      />
      <PointerMark pointer={own} versionId={versionId} frame={frame} />
    </>
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
