import type { DeviceBridge, DeviceIdentity } from '../../../shared/bridge/bridge.ts';
import type { Credentials, EpochMemory } from '../../../shared/link/link-ports.ts';
import { ok } from '../../../shared/std/result.ts';
import { createSignal, type Watchable } from '../../../shared/std/signal.ts';
import type { SurfaceAddress } from './address.ts';
import type { DeviceMemory, DeviceState } from './device-memory.ts';
import type { HubHttp, Tokens } from './hub-http.ts';

export interface DevicePorts {
  readonly address: SurfaceAddress;
  readonly memory: DeviceMemory;
  readonly http: HubHttp;
  /** Told after the device has been registered, or a person has signed in or out. */
  onCredentials(): void;
  /** Told when the device has been registered with another room than before; what is kept of the former must go. */
  onOtherRoom(): Promise<void>;
  onTrouble(reason: unknown): void;
}

/** This browser page as a device of the room. */
export class Device implements DeviceBridge {
  readonly #ports: DevicePorts;
  readonly #identity;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
    this.#identity = createSignal(identityOf(ports.address, ports.memory.get()));
  }

  get identity(): Watchable<DeviceIdentity> {
    return this.#identity;
  }

  get epochs(): EpochMemory {
    const { memory } = this.#ports;
    return { seen: memory.get().epochSeen, remember: (epochSeen) => memory.change({ epochSeen }) };
  }

  readonly register: DeviceBridge['register'] = async (roomCode) => {
    const { address, http, memory, onOtherRoom } = this.#ports;
    const made = await http.register({ roomCode, surface: address.surface, seat: address.seat });
    if (!made.ok) return made;
    const former = memory.get().registration;
    const isOther = former !== null && former.roomId !== made.value.roomId;
    await this.#change({ registration: made.value, session: null, ...(isOther ? { epochSeen: 0 } : {}) });
    if (isOther) await onOtherRoom();
    this.#ports.onCredentials();
    return ok(null);
  };

  readonly signInChoices: DeviceBridge['signInChoices'] = () =>
    this.#ports.http.signInChoices(this.mustBeRegistered());

  readonly signIn: DeviceBridge['signIn'] = async (participantId, pin) => {
    const made = await this.#ports.http.signIn(this.mustBeRegistered(), { participantId, pin });
    if (!made.ok) return made;
    await this.#change({ session: made.value });
    this.#ports.onCredentials();
    return ok(null);
  };

  readonly signOut: DeviceBridge['signOut'] = async () => {
    const { http, onTrouble } = this.#ports;
    const tokens = this.tokens();
    await this.sessionLost();
    // The hub may be away; the session then ends with the next sign-in at this device.
    if (tokens?.sessionToken !== null && tokens !== null) http.signOut(tokens).catch(onTrouble);
  };

  readonly replicaKey: DeviceBridge['replicaKey'] = () => this.#ports.memory.replicaKey();

  /** Forgets the session, of which the hub knows nothing any more or will be told. */
  async sessionLost(): Promise<void> {
    if (this.#ports.memory.get().session === null) return;
    await this.#change({ session: null });
    this.#ports.onCredentials();
  }

  /** What requests prove this device and its person with; null before the registration. */
  tokens(): Tokens | null {
    const { registration, session } = this.#ports.memory.get();
    if (registration === null) return null;
    return { deviceToken: registration.deviceToken, sessionToken: session?.sessionToken ?? null };
  }

  credentials(): Credentials | null {
    const { registration } = this.#ports.memory.get();
    const tokens = this.tokens();
    return registration === null || tokens === null ? null : { roomId: registration.roomId, ...tokens };
  }

  async #change(part: Partial<DeviceState>): Promise<void> {
    await this.#ports.memory.change(part);
    this.#identity.set(identityOf(this.#ports.address, this.#ports.memory.get()));
  }

  /** As {@link tokens}; throws where there are none. */
  mustBeRegistered(): Tokens {
    const tokens = this.tokens();
    if (tokens === null) throw new Error('the terminal is not registered');
    return tokens;
  }
}

function identityOf(
  { surface, seat }: SurfaceAddress,
  { registration, session }: DeviceState,
): DeviceIdentity {
  return {
    surface,
    seat,
    registered: registration && { roomId: registration.roomId, deviceId: registration.deviceId },
    participantId: session?.participantId ?? null,
  };
}
