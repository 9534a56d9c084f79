/** A sheet of A4 at 300 dots to the inch, which is what printers of offices draw letters with. In pixels. */
const sheet = { width: 2480, height: 3508 } as const;

/** How a page becomes the picture of an upright sheet. */
export interface SheetPicture {
  /** Sides of the page as it is drawn, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The drawing is turned by a quarter, because the page is wider than high. */
  readonly isTurned: boolean;
}

/** The size at which a page fills a sheet: larger ones shrink, smaller ones grow, wide ones lie along it. */
export function pictureOf(page: { readonly width: number; readonly height: number }): SheetPicture {
  const isTurned = page.width > page.height;
  const [across, along] = isTurned ? [page.height, page.width] : [page.width, page.height];
  const scale = Math.min(sheet.width / across, sheet.height / along);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: side(page.width), height: side(page.height), isTurned };
}
