import type { ReactNode } from 'react';
import type { PageRegion } from '../../shared/domain/versions/picture-difference.ts';

/** One page that stands whole on the screen. */
export interface DrawnSheet {
  /** The paper; places on the page are shares of its box. */
  readonly paper: HTMLElement;
  /** The words of the page, laid over it, a text node for each run. */
  readonly text: HTMLElement;
  /** The page's drawing, whatever kind of context it has. */
  readonly canvas: HTMLCanvasElement;
}

/** What a sheet beside another is asked to show. */
export interface SheetSlot {
  readonly side: 'old' | 'now';
  /** From 1. */
  readonly page: number;
  readonly marks: readonly PageRegion[];
  /** Told when the page has been drawn and its words are laid, and null when it is about to go. */
  readonly onDrawn: (sheet: DrawnSheet | null) => void;
}

/** Draws one page of one of two texts; the viewer's part of a comparison. */
export type SheetOf = (slot: SheetSlot) => ReactNode;
