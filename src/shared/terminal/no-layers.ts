import { createSignal } from '../std/signal.ts';
import type { LayersBridge } from '../bridge/bridge.ts';

/** Layers of a host that holds no keys yet. */
export function noLayers(): LayersBridge {
  const none = () => Promise.reject(new Error('no keys are held here'));
  return {
    state: createSignal({ state: 'nobody', keys: [], hasRecovery: false }),
    seal: none,
    open: none,
    changePin: none,
    makeRecovery: none,
    restore: none,
    resetPin: none,
  };
}
