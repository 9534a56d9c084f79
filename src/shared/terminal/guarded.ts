import type { DeviceBridge, GuardBridge, LayersBridge, VaultBridge } from '../bridge/bridge.ts';
import type { ParticipantId } from '../records/ids.ts';
import type { Device } from './device.ts';
import type { Guard } from './guard.ts';
import type { Layers } from './layers.ts';

/** The vault as windows see it: no byte before the guard is open. */
export function guardedVault(vault: VaultBridge, guard: Pick<Guard, 'whenOpen'>): VaultBridge {
  return {
    progress: vault.progress,
    want: (blobs) => vault.want(blobs),
    dropOthers: () => vault.dropOthers(),
    async read(sha256, begin, end) {
      await guard.whenOpen();
      return await vault.read(sha256, begin, end);
    },
  };
}

/** The keys of notes as windows see them: a PIN that was changed is the one that unlocks this terminal. */
export function guardedLayers(
  layers: Layers,
  participantId: () => ParticipantId | null,
  guard: Pick<Guard, 'signedIn'>,
  onTrouble: (reason: unknown) => void,
): LayersBridge {
  const { state, seal, open, makeRecovery, restore, resetPin } = layers;
  return {
    state,
    seal,
    open,
    makeRecovery,
    restore,
    resetPin,
    async changePin(oldPin, newPin) {
      const made = await layers.changePin(oldPin, newPin);
      const who = participantId();
      if (made.ok && who !== null) await guard.signedIn(who, newPin).catch(onTrouble);
      return made;
    },
  };
}

/** The device as windows see it: the PIN of whoever signs in unlocks this terminal from then on. */
export function guardedDevice(
  device: Device,
  guard: Pick<Guard, 'signedIn'>,
  onTrouble: (reason: unknown) => void,
): DeviceBridge {
  return {
    identity: device.identity,
    register: device.register,
    signInChoices: device.signInChoices,
    signOut: device.signOut,
    replicaKey: device.replicaKey,
    async signIn(participantId, pin) {
      const made = await device.signIn(participantId, pin);
      // The person is signed in all the same; only the lock will not be offered.
      if (made.ok) await guard.signedIn(participantId, pin).catch(onTrouble);
      return made;
    },
  };
}

/**
 * The lock as windows see it. A PIN that this terminal does not know may have been issued anew meanwhile: the hub is
 * asked, where it can be.
 */
export function guardedLock(
  guard: Pick<Guard, 'state' | 'lock' | 'unlock'>,
  signIn: DeviceBridge['signIn'],
): GuardBridge {
  return {
    state: guard.state,
    lock: () => guard.lock(),
    async unlock(pin) {
      const { lockedBy } = guard.state.get();
      const unlocking = await guard.unlock(pin);
      if (unlocking.is !== 'wrong' || lockedBy === null) return unlocking;
      try {
        const made = await signIn(lockedBy, pin);
        return made.ok ? { is: 'open' } : unlocking;
      } catch {
        return unlocking;
      }
    },
  };
}
