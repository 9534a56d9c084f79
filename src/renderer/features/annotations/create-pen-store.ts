import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnnotationColor, AnnotationId } from '../../../shared/domain/annotations/annotation.ts';

/** The tools of the pen bar. `text` marks the words that are selected. */
export type PenTool = 'pen' | 'marker' | 'text' | 'note' | 'eraser';
/** Those that leave a colour. */
export type ColoredTool = Exclude<PenTool, 'eraser'>;

export const penColors: readonly AnnotationColor[] = ['blue', 'black', 'red', 'green'];
export const markerColors: readonly AnnotationColor[] = ['yellow', 'green', 'pink', 'orange'];
/** Widths in page units: a fountain pen, a felt pen, a brush. */
export const widthsOf = { pen: [1.2, 2, 3.6], marker: [9, 14, 22] } as const;

/** What stands beside the page: all notes, or one. */
export type SidePlace = { readonly kind: 'list' } | { readonly kind: 'one'; readonly id: AnnotationId };

/** What a delegate has in hand. It is of one window and gone with it. */
export interface PenState {
  readonly isOpen: boolean;
  /** Null lets the page be scrolled and its words be selected. */
  readonly tool: PenTool | null;
  readonly colors: Readonly<Record<ColoredTool, AnnotationColor>>;
  readonly widths: { readonly pen: number; readonly marker: number };
  /** The row of colours and widths. */
  readonly areStylesOpen: boolean;
  readonly side: SidePlace | null;
  /** Swept over by the eraser that is still down: gone from the page, not yet from the layer. */
  readonly erasing: ReadonlySet<AnnotationId>;

  toggle(): void;
  close(): void;
  /** Takes a tool; taking the one in hand lays it down. */
  take(tool: PenTool): void;
  setColor(color: AnnotationColor): void;
  setWidth(width: number): void;
  toggleStyles(): void;
  show(side: SidePlace | null): void;
  sweep(ids: readonly AnnotationId[]): void;
  /** Ends a sweep; gives what was swept over. */
  endSweep(): readonly AnnotationId[];
}

const nothing: ReadonlySet<AnnotationId> = new Set();

/** Creates the state of one seat window, with the pen laid down. */
export function createPenStore(): StoreApi<PenState> {
  return createStore<PenState>()((set, get) => ({
    isOpen: false,
    tool: null,
    colors: { pen: 'blue', marker: 'yellow', text: 'yellow', note: 'yellow' },
    widths: { pen: widthsOf.pen[1], marker: widthsOf.marker[1] },
    areStylesOpen: false,
    side: null,
    erasing: nothing,
    toggle: () => (get().isOpen ? get().close() : set({ isOpen: true, tool: 'pen' })),
    close: () => set({ isOpen: false, tool: null, areStylesOpen: false }),
    take: (tool) => set({ tool: get().tool === tool ? null : tool, areStylesOpen: false }),
    setColor(color) {
      const { tool, colors } = get();
      if (tool !== null && tool !== 'eraser') set({ colors: { ...colors, [tool]: color } });
    },
    setWidth(width) {
      const { tool, widths } = get();
      if (tool === 'pen' || tool === 'marker') set({ widths: { ...widths, [tool]: width } });
    },
    toggleStyles: () => set({ areStylesOpen: !get().areStylesOpen }),
    show: (side) => set({ side }),
    sweep(ids) {
      if (ids.length > 0) set({ erasing: new Set([...get().erasing, ...ids]) });
    },
    endSweep() {
      const swept = [...get().erasing];
      set({ erasing: nothing });
      return swept;
    },
  }));
}
