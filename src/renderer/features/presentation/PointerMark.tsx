import type { PointedPlace } from '../../../shared/protocol/point.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { rectOnScreen, type PageFrame } from '../../view/page-frame.ts';
import styles from './PointerMark.module.css';

interface PointerMarkProps {
  readonly pointer: PointedPlace | null;
  readonly versionId: DocumentVersionId;
  readonly frame: PageFrame;
}

/** A ring where the presenter points, on the page that it is on. */
export function PointerMark({ pointer, versionId, frame }: PointerMarkProps) {
  const { viewer } = useMessages();
  if (pointer === null || pointer.versionId !== versionId || pointer.page !== frame.page) return null;
  const { x, y } = rectOnScreen({ x: pointer.x, y: pointer.y, width: 0, height: 0 }, frame);
  return (
    <span
      className={styles.mark}
      style={{ left: x, top: y }}
      role="img"
      aria-label={viewer.presenterPoints}
      data-pointer={`${pointer.x} ${pointer.y}`}
    />
  );
}
