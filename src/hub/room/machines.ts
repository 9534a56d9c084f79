import type { MachineMessage, ProofMessage } from '../../shared/protocol/machine.ts';
import type { DeviceId } from '../../shared/records/ids.ts';

/** What a terminal last said of its machine, and the hub's clock then. */
export interface KnownMachine {
  readonly toldAt: number;
  readonly said: Omit<MachineMessage, 'type'>;
}

/** What the terminals say of their machines, for IT alone. It dies with the hub. */
export interface Machines {
  told(deviceId: DeviceId, message: MachineMessage, at: number): void;
  /** Null for a device that has said nothing since the hub started. */
  of(deviceId: DeviceId): KnownMachine | null;
  /** Told of every proof that comes in; whether it is right is not the room's to know. */
  onProof(listener: (deviceId: DeviceId, proof: ProofMessage) => void): void;
  proved(deviceId: DeviceId, proof: ProofMessage): void;
}

export function createMachines(): Machines {
  const known = new Map<DeviceId, KnownMachine>();
  const listeners: ((deviceId: DeviceId, proof: ProofMessage) => void)[] = [];
  return {
    told(deviceId, { type: _type, ...said }, toldAt) {
      known.set(deviceId, { toldAt, said });
    },
    of: (deviceId) => known.get(deviceId) ?? null,
    onProof: (listener) => void listeners.push(listener),
    proved(deviceId, proof) {
      for (const listener of listeners) listener(deviceId, proof);
    },
  };
}
