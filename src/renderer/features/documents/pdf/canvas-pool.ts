/** So many canvases wait at most to be used again: what is turned to next, and its neighbours. */
const mostSpare = 4;

/**
 * Canvases to be used again. Without a graphics card, Chromium sets aside memory for the screen for every canvas that
 * is new to it, which keeps the window from all else for longer than the copying itself; a canvas that has been shown
 * twice at the same size has what it needs.
 */
export class CanvasPool {
  readonly #create: () => HTMLCanvasElement;
  /** The one given back longest ago first. */
  #spare: readonly HTMLCanvasElement[] = [];

  constructor(create: () => HTMLCanvasElement = createCanvas) {
    this.#create = create;
  }

  /**
   * A canvas of a width and height in device pixels, used before at this size where there is one. It may hold the
   * picture it was given back with: emptying it would cost as much as a page.
   */
  take(width: number, height: number): HTMLCanvasElement {
    const fitting = this.#spare.findLast((canvas) => canvas.width === width && canvas.height === height);
    if (fitting !== undefined) {
      this.#spare = this.#spare.filter((canvas) => canvas !== fitting);
      return fitting;
    }
    return Object.assign(this.#create(), { width, height });
  }

  /** Takes back a canvas that is shown no more. */
  give(canvas: HTMLCanvasElement): void {
    const spare = [...this.#spare, canvas];
    this.#spare = spare.slice(-mostSpare);
    for (const former of spare.slice(0, -mostSpare)) free(former);
  }

  /** Lets go of all that wait, with their pictures. */
  empty(): void {
    for (const canvas of this.#spare) free(canvas);
    this.#spare = [];
  }
}

/** Some browsers hold the memory of a canvas until long after it is gone; one of no size holds none. */
function free(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

function createCanvas(): HTMLCanvasElement {
  return document.createElement('canvas');
}
