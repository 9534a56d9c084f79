import { describe, expect, it } from 'vitest';
import { deviceId, participantId, roomId } from '../records/ids.ts';
import { openDeviceMemory, type DeviceState, type DeviceStorage } from './device-memory.ts';

const registration = { roomId: roomId.parse('r'), deviceId: deviceId.parse('d'), deviceToken: 't' };
const session = { sessionToken: 's', participantId: participantId.parse('p1'), personId: null };

/** A storage that can be full. */
class TestStorage implements DeviceStorage {
  isFull = false;
  state: DeviceState | null = null;
  replicaKey: Uint8Array | null = null;

  async loadState(): Promise<DeviceState | null> {
    return this.state;
  }

  async keepState(state: DeviceState): Promise<void> {
    if (this.isFull) throw new Error('full');
    this.state = state;
  }

  async loadReplicaKey(): Promise<Uint8Array | null> {
    return this.replicaKey;
  }

  async keepReplicaKey(key: Uint8Array): Promise<void> {
    if (this.isFull) throw new Error('full');
    this.replicaKey = key;
  }
}

describe('the memory of a device', () => {
  let filled = 0;
  const open = (storage: DeviceStorage) =>
    openDeviceMemory(storage, (count) => new Uint8Array(count).fill((filled += 1)));

  it('changes nothing when the storage refuses, and goes on when it takes again', async () => {
    const storage = new TestStorage();
    const memory = await open(storage);
    await memory.change({ registration });
    storage.isFull = true;
    await expect(memory.change({ session })).rejects.toThrow('full');
    expect(memory.get()).toEqual({ registration, session: null, epochSeen: 0, history: 0 });
    storage.isFull = false;
    await memory.change({ epochSeen: 3 });
    expect((await open(storage)).get()).toEqual({ registration, session: null, epochSeen: 3, history: 0 });
  });

  it('makes one replica key, for two who ask at once and after a restart', async () => {
    const storage = new TestStorage();
    const memory = await open(storage);
    const [one, other] = await Promise.all([memory.replicaKey(), memory.replicaKey()]);
    expect(one).toHaveLength(32);
    expect(other).toEqual(one);
    expect(await (await open(storage)).replicaKey()).toEqual(one);
  });

  it('gives no replica key that could not be kept', async () => {
    const storage = new TestStorage();
    storage.isFull = true;
    await expect((await open(storage)).replicaKey()).rejects.toThrow('full');
  });
});
