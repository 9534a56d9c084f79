import { pairingGlobal } from '../../../shared/bridge/pairing-channels.ts';
import type { PairingApi, PairingWindowScreen } from '../../../shared/bridge/pairing-ipc.ts';
import { createSignal, type Watchable } from '../../../shared/std/signal.ts';

/** What the preload of a machine that is not paired has left; null in every other window. */
export function pairingApi(): PairingApi | null {
  return (globalThis as { readonly [pairingGlobal]?: PairingApi })[pairingGlobal] ?? null;
}

/** What main shows, from the first time that it says it. */
export async function watchPairing(api: PairingApi): Promise<Watchable<PairingWindowScreen>> {
  const first = Promise.withResolvers<PairingWindowScreen>();
  const stop = api.onScreen(first.resolve);
  await api.requests['pairing/watch'](undefined);
  const screen = createSignal(await first.promise);
  api.onScreen((next) => screen.set(next));
  stop();
  return screen;
}
