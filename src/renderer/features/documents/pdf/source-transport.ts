import { PDFDataRangeTransport } from 'pdfjs-dist';
import type { PatientReader } from './patient-reader.ts';

/** Gives pdf.js the stretches of a document that it needs, and no more. */
export class SourceTransport extends PDFDataRangeTransport {
  readonly #reader: PatientReader;

  constructor(reader: PatientReader, bytes: number) {
    super(bytes, null);
    this.#reader = reader;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#reader.read(begin, end).then((bytes) => {
      if (bytes !== null) this.onDataRange(begin, bytes);
    });
  }

  override abort(): void {
    this.#reader.close();
  }
}
