import type { LeaveAnswer, PlainAction, PlainFacts } from '../../shared/bridge/plain-ipc.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';

/** What a plain window shows and does. */
export interface PlainPage {
  facts(): PlainFacts;
  /** Does one of the actions that `facts` offers. Answers what is to be said about it. */
  act(action: PlainAction): Promise<Sentence | null>;
  leave(password: string): Promise<LeaveAnswer>;
}
