import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';

/** The codes with which a file can be refused at intake. */
export type IntakeRefusal = Extract<
  RefusalCode,
  | 'document/not-pdf'
  | 'document/truncated'
  | 'document/encrypted'
  | 'document/broken'
  | 'document/too-large'
  | 'document/empty'
  | 'document/timeout'
>;
