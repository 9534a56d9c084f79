/** A finished copy that can be drawn, page by page; the window that shows documents gives it. */
export interface DrawnCopy {
  readonly pages: number;
  /** Width and height of a page, in any unit; pages count from 1. */
  sizeOf(page: number): Promise<{ readonly width: number; readonly height: number }>;
  /** Draws a page over the whole of a canvas whose width and height have been set. */
  draw(page: number, canvas: HTMLCanvasElement): Promise<void>;
  /** Frees whatever it has taken, and what is being drawn rejects or never ends. */
  close(): void;
}

/** Opens the bytes of a PDF to be drawn; rejects when it cannot be read. */
export type OpenCopy = (pdf: Uint8Array<ArrayBuffer>) => Promise<DrawnCopy>;
