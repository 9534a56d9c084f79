import type { StoreApi } from 'zustand/vanilla';
import { writerId, type WriterId } from '../../../shared/domain/annotations/stamp.ts';
import { createPaths, type PathOf } from './draw-notes.ts';
import { createHitTest, type HitTest } from './hit-test.ts';
import { createNotebook, type Notebook, type NotebookPorts } from './notebook.ts';
import { createPageMover } from './page-mover.ts';
import { PenHand, type HeldTool } from './pen-hand.ts';
import { createPenStore, type PenState } from './create-pen-store.ts';
import { createTouchRules } from './touch-rules.ts';

/** All that one person has on the table at one window: tools, hand, notes. Another person gets another one. */
export interface Desk {
  readonly pens: StoreApi<PenState>;
  readonly hand: PenHand;
  readonly notebook: Notebook;
  readonly paths: PathOf;
  readonly hits: HitTest;
  /** Names what fingers scroll when they do not draw. */
  scrollIn(scroller: HTMLElement | null): void;
}

/** Lays a desk for the person whose notes `append` keeps. */
export function createDesk(append: NotebookPorts['append']): Desk {
  const pens = createPenStore();
  let scroller: HTMLElement | null = null;
  const mover = createPageMover((x, y) => scroller?.scrollBy(x, y));
  return {
    pens,
    hand: new PenHand({ rules: createTouchRules(), mover, tool: () => heldTool(pens.getState()) }),
    notebook: createNotebook({ writer: newWriter(), append }),
    paths: createPaths(),
    hits: createHitTest(),
    scrollIn(next) {
      scroller = next;
    },
  };
}

/** What is in hand that works on the page itself; words are selected without one. */
export function heldTool({ isOpen, tool, colors, widths }: PenState): HeldTool | null {
  if (!isOpen || tool === null || tool === 'text') return null;
  if (tool === 'eraser' || tool === 'note') return { kind: tool };
  return { kind: 'ink', style: { tool, color: colors[tool], width: widths[tool] } };
}

function newWriter(): WriterId {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return writerId.parse(
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  );
}
