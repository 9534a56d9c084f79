import { z } from 'zod';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import type { Sentence } from '../refusals/refusal.ts';

/** What a person can do in a plain window. */
export const plainActions = [
  'retry',
  'close',
  'export-log',
  'leave-kiosk',
  'return-to-kiosk',
  'quit',
] as const;
export type PlainAction = (typeof plainActions)[number];

/**
 * What a plain window shows. It is there when nothing else is: before a terminal is open, after one cannot be opened,
 * and over a kiosk that IT wants to leave.
 */
export interface PlainFacts {
  readonly title: Sentence;
  readonly text: Sentence;
  /** A code or a name for whoever helps; no text of people or papers. */
  readonly detail: string | null;
  /** Shows a field for the IT password instead of the actions. */
  readonly asksPassword: boolean;
  /** The first one is the one to press. */
  readonly actions: readonly PlainAction[];
}

/** The answer to a password. */
export type LeaveAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: RefusalCode; readonly waitMs: number };

/** What each channel carries. */
export const plainInputs = {
  'plain/facts': z.undefined(),
  'plain/act': z.strictObject({ action: z.enum(plainActions) }),
  'plain/leave': z.strictObject({ password: z.string().max(200) }),
} as const;

/** What the preload of a plain window exposes. */
export interface PlainApi {
  facts(): Promise<PlainFacts>;
  /** Answers what is to be said about it; null where the window closes or nothing needs to be said. */
  act(input: z.input<(typeof plainInputs)['plain/act']>): Promise<Sentence | null>;
  leave(input: z.input<(typeof plainInputs)['plain/leave']>): Promise<LeaveAnswer>;
}
