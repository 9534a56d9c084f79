import { useLayoutEffect, useRef } from 'react';
import type { PageFrame } from '../../view/page-frame.ts';
import { drawNotes, type PathOf } from './draw-notes.ts';
import type { PlacedNote } from './page-notes.ts';
import { canvasRatio, pageMatrix } from './page-transform.ts';
import styles from './PageNotes.module.css';

interface NotesCanvasProps {
  readonly frame: PageFrame;
  readonly notes: readonly PlacedNote[];
  readonly paths: PathOf;
  readonly kind: 'ink' | 'mark';
}

interface Drawn {
  readonly size: string;
  readonly keys: readonly string[];
}

/** The written strokes of a page. A stroke that is added is drawn over the others; anything else draws all anew. */
export function NotesCanvas({ frame, notes, paths, kind }: NotesCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn>({ size: '', keys: [] });
  const { width, height, scale, rotation } = frame;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (canvas.current === null || context === null || context === undefined) return;
    const ratio = canvasRatio({ width, height }, window.devicePixelRatio);
    const matrix = pageMatrix({ width, height, scale, rotation }, ratio);
    const before = drawn.current;
    const now = { size: `${width} ${height} ${matrix.join(' ')}`, keys: notes.map(keyOf) };
    const isGrowing = before.size === now.size && before.keys.every((key, at) => key === now.keys[at]);
    if (!isGrowing) {
      canvas.current.width = Math.round(width * ratio);
      canvas.current.height = Math.round(height * ratio);
    }
    drawNotes(context, isGrowing ? notes.slice(before.keys.length) : notes, matrix, paths);
    drawn.current = now;
  }, [notes, paths, width, height, scale, rotation]);
  return <canvas ref={canvas} className={styles.canvas} data-kind={kind} data-ink="written" aria-hidden />;
}

function keyOf({ annotation, standing }: PlacedNote): string {
  return `${annotation.id} ${annotation.color} ${standing}`;
}
