/**
 * The bytes of one document, wherever they lie. An object stands for one text: another text is another object, and the
 * same text should stay the same object, or it is opened again.
 */
export interface PdfSource {
  /** Length of the whole in bytes. */
  readonly bytes: number;
  /** Bytes `[begin, end)`, verified; null while they are not held. It will be asked again. */
  read(begin: number, end: number): Promise<Uint8Array | null>;
}
