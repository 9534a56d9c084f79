import type { DeviceBridge, VaultBridge } from '../bridge/bridge.ts';
import type { Device } from './device.ts';
import type { Guard } from './guard.ts';

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
