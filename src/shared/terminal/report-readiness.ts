import type { OutboxBridge, VaultBridge } from '../bridge/bridge.ts';
import type { Link } from '../link/link.ts';
import { isWaiting } from '../link/outbox-entry.ts';

export interface ReadinessParts {
  readonly link: Link;
  readonly outbox: Pick<OutboxBridge, 'entries'>;
  readonly vault: Pick<VaultBridge, 'progress'>;
}

/** Tells the hub now and at every change how much of the pack is here and how many commands wait, for the clerk to see. */
export function reportReadiness({ link, outbox, vault }: ReadinessParts): void {
  const report = (): void => {
    const pack = vault.progress.get();
    link.report({
      packHeld: pack.filter(({ state }) => state === 'held').length,
      packTotal: pack.length,
      waiting: outbox.entries.get().filter(isWaiting).length,
    });
  };
  report();
  vault.progress.subscribe(report);
  outbox.entries.subscribe(report);
}
