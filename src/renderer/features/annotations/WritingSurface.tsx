import { useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { codeStroke, type InkPoint } from '../../../shared/domain/annotations/ink-points.ts';
import type { AnnotationAnchor } from '../../../shared/domain/annotations/annotation.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import type { PageFrame } from '../../view/page-frame.ts';
import type { Desk } from './create-desk.ts';
import { createLiveInk, type InkStyle, type LiveInk } from './live-ink.ts';
import type { PlacedNote } from './page-notes.ts';
import { canvasRatio, pageMatrix } from './page-transform.ts';
import styles from './PageNotes.module.css';
import type { WritablePage } from './pen-hand.ts';

interface WritingSurfaceProps {
  readonly desk: Desk;
  readonly versionId: DocumentVersionId;
  readonly frame: PageFrame;
  readonly notes: readonly PlacedNote[];
}

/** How far around its tip the eraser takes hold, in CSS pixels. */
const eraserReach = 8;

/** Takes the hand over one page while a tool is held: shows a stroke as it grows, and hands it over when it is whole. */
export function WritingSurface(props: WritingSurfaceProps) {
  const { desk, frame, notes } = props;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const live = useRef<LiveInk | null>(null);
  const latest = useRef(props);
  const tool = useStore(desk.pens, (state) => state.tool);
  const { width, height, scale, rotation } = frame;

  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const ratio = canvasRatio({ width, height }, window.devicePixelRatio);
    live.current ??= createLiveInk(canvas.current);
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    live.current.setMatrix(pageMatrix({ width, height, scale, rotation }, ratio));
  }, [width, height, scale, rotation]);
  useLayoutEffect(() => {
    // The written stroke comes on the screen with this frame; its draft goes with the next.
    const handle = requestAnimationFrame(() => live.current?.clear());
    return () => cancelAnimationFrame(handle);
  }, [notes]);
  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    desk.scrollIn(scrollerOf(element));
    return desk.hand.attach(
      element,
      writablePage(
        desk,
        () => latest.current,
        () => live.current,
      ),
    );
  }, [desk]);
  return (
    <div ref={surface} className={styles.surface} data-tool={tool ?? undefined}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        data-kind={tool === 'marker' ? 'mark' : 'ink'}
        data-ink="draft"
        aria-hidden
      />
    </div>
  );
}

function writablePage(desk: Desk, now: () => WritingSurfaceProps, live: () => LiveInk | null): WritablePage {
  const { notebook, pens } = desk;
  const anchor = (): AnnotationAnchor => ({ versionId: now().versionId, page: now().frame.page });
  return {
    frame: () => now().frame,
    live,
    onStroke: (points, style) => void notebook.change(strokes(points, style, anchor())),
    onErase(from, to) {
      const { erasing } = pens.getState();
      const reach = eraserReach / now().frame.scale;
      const hit = now().notes.filter(
        ({ annotation }) => !erasing.has(annotation.id) && desk.hits(annotation, from, to, reach),
      );
      pens.getState().sweep(hit.map(({ annotation }) => annotation.id));
    },
    onEraseEnd() {
      const swept = pens.getState().endSweep();
      if (swept.length > 0) notebook.change(swept.map((id) => ({ kind: 'remove', id })));
    },
    onNote({ x, y }) {
      const color = pens.getState().colors.note;
      const [id] = notebook.change([
        { kind: 'add', anchor: anchor(), shape: { kind: 'note', x, y }, content: { text: '', color } },
      ]);
      if (id !== undefined) pens.getState().show({ kind: 'one', id });
    },
  };
}

function strokes(points: readonly InkPoint[], { tool, width, color }: InkStyle, anchor: AnnotationAnchor) {
  return codeStroke(points).map((code) => ({
    ...{ kind: 'add' as const, anchor },
    shape: { kind: 'ink' as const, tool, width, points: code },
    content: { text: '', color },
  }));
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') return parent;
  }
  return null;
}
