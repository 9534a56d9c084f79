import type { DeviceBridge, DeviceIdentity } from '../bridge/bridge.ts';
import type { Credentials, EpochMemory } from '../link/link-ports.ts';
import { present } from '../std/must.ts';
import { ok } from '../std/result.ts';
import { createSignal, type Watchable } from '../std/signal.ts';
import type { DeviceMemory, DeviceState } from './device-memory.ts';
import { refusal, type Layers } from './layers.ts';
import type { HubHttp, Tokens } from './hub-http.ts';
import type { TerminalPlace } from './terminal-place.ts';

export interface DevicePorts {
  readonly place: TerminalPlace;
  readonly memory: DeviceMemory;
  readonly http: Pick<HubHttp, 'register' | 'signInChoices' | 'signIn' | 'signOut'>;
  readonly layers: Pick<Layers, 'prepare' | 'forget' | 'personChanged'>;
  /** Told after the device has been registered, or a person has signed in or out. */
  onCredentials(): void;
  /** Throws away what is kept of the former room, before this device belongs to another one. */
  forgetFormerRoom(): Promise<void>;
  /** Told when that has happened, in place of `onCredentials`. */
  onOtherRoom(): void;
  onTrouble(reason: unknown): void;
}

/** One window or page as a device of the room. */
export class Device implements DeviceBridge {
  readonly #ports: DevicePorts;
  readonly #identity;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
    this.#identity = createSignal(identityOf(ports.place, ports.memory.get()));
  }

  get identity(): Watchable<DeviceIdentity> {
    return this.#identity;
  }

  get epochs(): EpochMemory {
    const { memory } = this.#ports;
    const { epochSeen, history } = memory.get();
    return {
      seen: epochSeen,
      history,
      remember: (era) => memory.change({ epochSeen: era.epoch, history: era.history }),
    };
  }

  readonly register: DeviceBridge['register'] = async (roomCode) => {
    const { place, http, memory } = this.#ports;
    const made = await http.register({ roomCode, surface: place.surface, seat: place.seat });
    if (!made.ok) return made;
    const former = memory.get().registration;
    const isOther = former !== null && former.roomId !== made.value.roomId;
    if (isOther) await this.#ports.forgetFormerRoom();
    await this.#change({ registration: made.value, session: null, ...(isOther ? { epochSeen: 0 } : {}) });
    await this.#ports.layers.forget();
    if (isOther) this.#ports.onOtherRoom();
    else this.#ports.onCredentials();
    return ok(null);
  };

  readonly signInChoices: DeviceBridge['signInChoices'] = () =>
    this.#ports.http.signInChoices(this.mustBeRegistered());

  readonly signIn: DeviceBridge['signIn'] = async (participantId, pin) => {
    const { http, layers } = this.#ports;
    const tokens = this.mustBeRegistered();
    // Asked anew, because a PIN that was changed elsewhere is stretched otherwise.
    const choices = await http.signInChoices(tokens);
    if (!choices.ok) return choices;
    const person = choices.value.participants.find((one) => one.participantId === participantId);
    if (person === undefined) return refusal('participant/unknown');
    const prepared = await layers.prepare(person, pin);
    if (!prepared.ok) return prepared;
    const { proof, keys, take } = prepared.value;
    const made = await http.signIn(tokens, { participantId, proof, keys });
    if (!made.ok) return made;
    await take(made.value);
    await this.#change({
      session: { sessionToken: made.value.sessionToken, participantId, personId: person.personId },
    });
    layers.personChanged();
    this.#ports.onCredentials();
    return ok(null);
  };

  readonly signOut: DeviceBridge['signOut'] = async () => {
    const { http, onTrouble } = this.#ports;
    const tokens = this.tokens();
    await this.sessionLost();
    // The hub may be away; the session then ends with the next sign-in at this device.
    if (tokens !== null && tokens.sessionToken !== null) http.signOut(tokens).catch(onTrouble);
  };

  readonly replicaKey: DeviceBridge['replicaKey'] = () => this.#ports.memory.replicaKey();

  /** Forgets the session, of which the hub knows nothing any more or will be told. */
  async sessionLost(): Promise<void> {
    if (this.#ports.memory.get().session === null) return;
    await this.#change({ session: null });
    await this.#ports.layers.forget();
    this.#ports.onCredentials();
  }

  /** What requests prove this device and its person with; null before the registration. */
  tokens(): Tokens | null {
    const { registration, session } = this.#ports.memory.get();
    if (registration === null) return null;
    return { deviceToken: registration.deviceToken, sessionToken: session?.sessionToken ?? null };
  }

  /** As {@link tokens}, with the room they are for. */
  credentials(): Credentials | null {
    const { registration } = this.#ports.memory.get();
    const tokens = this.tokens();
    return registration === null || tokens === null ? null : { roomId: registration.roomId, ...tokens };
  }

  /** As {@link tokens}; a window asks for what needs them only once it is registered. */
  mustBeRegistered(): Tokens {
    return present(this.tokens(), 'the registration of this terminal');
  }

  async #change(part: Partial<DeviceState>): Promise<void> {
    await this.#ports.memory.change(part);
    this.#identity.set(identityOf(this.#ports.place, this.#ports.memory.get()));
  }
}

function identityOf(
  { surface, seat }: TerminalPlace,
  { registration, session }: DeviceState,
): DeviceIdentity {
  return {
    surface,
    seat,
    registered: registration && { roomId: registration.roomId, deviceId: registration.deviceId },
    participantId: session?.participantId ?? null,
    personId: session?.personId ?? null,
  };
}
