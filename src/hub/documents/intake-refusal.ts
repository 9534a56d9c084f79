import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';

/** The codes with which a file can be refused at intake. */
export type IntakeRefusal = Extract<
  RefusalCode,
  | 'document/not-pdf'
  | 'document/kind-not-taken'
  | 'document/no-converter'
  | 'document/not-converted'
  | 'document/truncated'
  | 'document/encrypted'
  | 'document/broken'
  | 'document/bomb'
  | 'document/too-large'
  | 'document/too-many-pages'
  | 'document/too-many-rows'
  | 'document/page-too-big'
  | 'document/unsafe'
  | 'document/form-without-pages'
  | 'document/empty'
  | 'document/timeout'
>;

/** Thrown inside a reading to end it with a refusal; caught where the reading began. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: IntakeRefusal;

  constructor(code: IntakeRefusal) {
    super(code);
    this.code = code;
  }
}
