import { MessageSquareText } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Annotation, AnnotationPlace } from '../../../shared/domain/annotations/annotation.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { PageFrame } from '../../view/page-frame.ts';
import { cssColor } from './live-ink.ts';
import { movedPlace, placeOnScreen, wayOfKey, type Way } from './note-place.ts';
import styles from './PageNotes.module.css';

/** A hand that goes less far has pressed, and not moved anything; in CSS pixels. */
const tremblePx = 8;

interface NoteMarkProps {
  readonly note: Annotation & { readonly kind: 'note' };
  readonly frame: PageFrame;
  readonly onPress: () => void;
  readonly onMove: (place: AnnotationPlace) => void;
}

/** A text note on its page: a press opens it, a pull by hand or the arrows move it. */
export function NoteMark({ note, frame, onPress, onMove }: NoteMarkProps) {
  const { annotations: words } = useMessages();
  const pull = usePull((by) => onMove(movedPlace(note, by, frame)));
  const at = placeOnScreen(pull.by === null ? note : movedPlace(note, pull.by, frame), frame);
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = wayOfKey(event);
    if (way === null || event.altKey || event.ctrlKey || event.metaKey) return;
    // Elsewhere on the page the same keys turn it.
    event.preventDefault();
    event.stopPropagation();
    onMove(movedPlace(note, way, frame));
  };
  return (
    <button
      type="button"
      className={styles.note}
      style={{ left: at.x, top: at.y }}
      data-moving={pull.by !== null || undefined}
      aria-label={words.noteWith(note.text === '' ? words.noWords : note.text)}
      aria-description={words.movable}
      onKeyDown={onKeyDown}
      {...pull.handlers}
      onClick={() => {
        if (!pull.hasJustMoved()) onPress();
      }}
    >
      <span className={styles.noteMark} style={{ background: cssColor(note.color) }}>
        <MessageSquareText aria-hidden />
      </span>
    </button>
  );
}

interface Pulling {
  readonly pointerId: number;
  readonly from: Way;
}

/** Follows one pointer from where it went down; what it has moved is told when it is lifted, and not if it is taken away. */
function usePull(onEnd: (by: Way) => void) {
  const pulling = useRef<Pulling | null>(null);
  const moved = useRef(false);
  const [by, setBy] = useState<Way | null>(null);
  const wayOf = ({ clientX, clientY }: PointerEvent, { from }: Pulling): Way => ({
    x: clientX - from.x,
    y: clientY - from.y,
  });
  const end = (event: PointerEvent, isKept: boolean): void => {
    const now = pulling.current;
    if (now?.pointerId !== event.pointerId) return;
    pulling.current = null;
    setBy(null);
    if (!isKept) moved.current = false;
    else if (moved.current) onEnd(wayOf(event, now));
  };
  return {
    by,
    /** A press that ends a pull is none; asked once. */
    hasJustMoved(): boolean {
      const hasMoved = moved.current;
      moved.current = false;
      return hasMoved;
    },
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || pulling.current !== null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pulling.current = { pointerId: event.pointerId, from: { x: event.clientX, y: event.clientY } };
        moved.current = false;
      },
      onPointerMove(event: PointerEvent) {
        const now = pulling.current;
        if (now?.pointerId !== event.pointerId) return;
        const way = wayOf(event, now);
        moved.current ||= Math.hypot(way.x, way.y) >= tremblePx;
        if (moved.current) setBy(way);
      },
      onPointerUp: (event: PointerEvent) => end(event, true),
      onPointerCancel: (event: PointerEvent) => end(event, false),
    },
  };
}
