import type { OutboxBridge } from '../bridge/bridge.ts';
import type { Link } from '../link/link.ts';
import { isWaiting } from '../link/outbox-entry.ts';
import type { RecordKind } from '../records/registry.ts';

/** What somebody in front of the screen waits for while it happens. */
const live: ReadonlySet<RecordKind> = new Set(['vote', 'vote-progress', 'tally', 'ballot', 'presentation']);

export interface LiveParts {
  readonly link: Pick<Link, 'onChange'>;
  readonly outbox: Pick<OutboxBridge, 'entries'>;
  /** See `Vault.yieldToLive`. */
  readonly vault: { yieldToLive(): void };
}

/** Lets downloads stand back while a vote or the pages of a presenter are on their way, or a command of this terminal. */
export function yieldToLive({ link, outbox, vault }: LiveParts): void {
  link.onChange((change) => {
    if (change !== 'live' && change.records.some(({ kind }) => live.has(kind))) vault.yieldToLive();
  });
  outbox.entries.subscribe((entries) => entries.some(isWaiting) && vault.yieldToLive());
}
