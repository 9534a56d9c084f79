import type { LayersBridge, LayersState } from '../bridge/bridge.ts';
import type { HeldKeys, LayerKeyStore } from '../private-layer/held-keys.ts';
import { joinRings, layerKeyBytes, openRing, sealRing, type KeyRing } from '../private-layer/key-ring.ts';
import { isAcceptableCost, pinCost, type PinCost } from '../private-layer/pin-cost.ts';
import {
  readRecoveryKey,
  recoveryBytes,
  wrappingKeyOf,
  writeRecoveryKey,
} from '../private-layer/recovery-key.ts';
import { openPart, sealPart } from '../private-layer/seal-part.ts';
import { ivBytes } from '../private-layer/sealed-bytes.ts';
import {
  issuePin,
  newSettings,
  secretsOf,
  type PinSecrets,
  type StretchPin,
} from '../private-layer/stretch-pin.ts';
import type { HttpRefusal, LayerKeys, SignedIn, SignInChoices } from '../protocol/http.ts';
import type { ParticipantId, PersonId } from '../records/ids.ts';
import { refusalTable, type RefusalCode } from '../refusals/refusal-table.ts';
import { must } from '../std/must.ts';
import { ok, refused, type Result } from '../std/result.ts';
import { createSignal, type Watchable } from '../std/signal.ts';
import type { HubHttp, Tokens } from './hub-http.ts';

export interface LayersPorts {
  readonly store: LayerKeyStore;
  readonly http: Pick<HubHttp, 'signInChoices' | 'layerKeys' | 'changeKeys' | 'resetPin'>;
  readonly stretch: StretchPin;
  /** Unguessable. */
  randomBytes(count: number): Uint8Array;
  /** What requests prove this device and its person with. */
  tokens(): Tokens;
  /** Who is signed in. */
  participantId(): ParticipantId | null;
  /** For PINs issued here; {@link pinCost} unless a test cannot wait. */
  readonly cost?: PinCost;
}

/** A sign-in about to be asked for. */
export interface PreparedSignIn {
  readonly proof: string;
  /** New keys, for a person who has none yet. */
  readonly keys: string;
  /** Keeps the keys that the hub has answered; without them the layer stays locked. */
  take(answer: SignedIn): Promise<void>;
}

type Choice = SignInChoices['participants'][number];

/** The layer keys of a terminal: had at sign-in, kept sealed by the host, gone at sign-out. */
export class Layers implements LayersBridge {
  readonly #ports: LayersPorts;
  readonly #state = createSignal<LayersState>({ state: 'nobody', keys: [], hasRecovery: false });
  #held: HeldKeys | null;

  constructor(ports: LayersPorts, held: HeldKeys | null) {
    this.#ports = ports;
    this.#held = held;
    this.personChanged();
  }

  /** Loads what the host keeps; keys that outlived their sign-out are thrown away. */
  static async open(ports: LayersPorts): Promise<Layers> {
    const held = await ports.store.load();
    if (held === null || ports.participantId() !== null) return new Layers(ports, held);
    await ports.store.forget();
    return new Layers(ports, null);
  }

  get state(): Watchable<LayersState> {
    return this.#state;
  }

  /** Who is signed in, or how, has changed. */
  personChanged(): void {
    const isSomebody = this.#ports.participantId() !== null;
    const held = isSomebody ? this.#held : null;
    this.#state.set({
      state: held !== null ? 'ready' : isSomebody ? 'locked' : 'nobody',
      keys: held?.keys.map(({ name }) => name) ?? [],
      hasRecovery: held?.hasRecovery ?? false,
    });
  }

  /** Derives what a sign-in proves and offers. Nothing is derived for a hub that asks for less than the floor. */
  async prepare(
    { personId, pin: settings }: Choice,
    pin: string,
  ): Promise<Result<PreparedSignIn, HttpRefusal>> {
    if (settings === null) return refusal('access/no-pin');
    if (!isAcceptableCost(settings)) return refusal('access/pin-not-protected');
    const { proof, wrappingKey } = secretsOf(await this.#ports.stretch(pin, settings));
    const fresh: KeyRing = [this.#ports.randomBytes(layerKeyBytes)];
    return ok({
      proof,
      keys: this.#sealByPin(fresh, personId, wrappingKey),
      take: async ({ keys, hasRecovery }) => {
        const ring = openRing(keys, { seal: 'pin', personId, wrappingKey });
        if (ring === null) await this.forget();
        else this.#held = await this.#ports.store.keep({ personId, ring, hasRecovery });
      },
    });
  }

  /** Throws the keys away, once whoever they belong to has left. */
  async forget(): Promise<void> {
    this.#held = null;
    await this.#ports.store.forget();
    this.personChanged();
  }

  readonly seal: LayersBridge['seal'] = async (part, clear) => {
    const held = this.#held;
    must(held !== null && this.#state.get().state === 'ready', 'the layer is not open on this terminal');
    return sealPart(held, part, clear);
  };

  readonly open: LayersBridge['open'] = async (meetingId, parts) => {
    const held = this.#held;
    if (held === null || this.#state.get().state !== 'ready') return parts.map(() => null);
    return Promise.all(parts.map((part) => openPart(held, { meetingId, ...part })));
  };

  readonly changePin: LayersBridge['changePin'] = async (oldPin, newPin) => {
    const mine = await this.#mine(oldPin);
    if (!mine.ok) return mine;
    const { ring, personId, revision, proof } = mine.value;
    const settings = newSettings(this.#ports.cost ?? pinCost, this.#ports.randomBytes);
    const { issued, wrappingKey } = await issuePin(newPin, settings, this.#ports.stretch);
    const keys = this.#sealByPin(ring, personId, wrappingKey);
    return this.#ports.http.changeKeys(this.#ports.tokens(), {
      proof,
      revision,
      keys,
      pin: issued,
      recovery: null,
    });
  };

  readonly makeRecovery: LayersBridge['makeRecovery'] = async (pin) => {
    const mine = await this.#mine(pin);
    if (!mine.ok) return mine;
    const recoveryKey = this.#ports.randomBytes(recoveryBytes);
    const done = await this.#change(mine.value, mine.value.ring, recoveryKey);
    return done.ok ? ok(writeRecoveryKey(recoveryKey)) : done;
  };

  readonly restore: LayersBridge['restore'] = async (pin, text) => {
    const recoveryKey = readRecoveryKey(text);
    if (recoveryKey === null) return refusal('layer/no-such-recovery');
    const mine = await this.#mine(pin);
    if (!mine.ok) return mine;
    const { ring, personId, recoveries } = mine.value;
    const under = { seal: 'recovery', personId, wrappingKey: wrappingKeyOf(recoveryKey, personId) } as const;
    for (const sealed of recoveries) {
      const restored = openRing(sealed, under);
      if (restored !== null) return this.#change(mine.value, joinRings(ring, restored), recoveryKey);
    }
    return refusal('layer/no-such-recovery');
  };

  readonly resetPin: LayersBridge['resetPin'] = async (participantId) => {
    const { http, stretch, cost = pinCost, randomBytes, tokens } = this.#ports;
    const pin = randomDigits(resetDigits, randomBytes);
    const { issued } = await issuePin(pin, newSettings(cost, randomBytes), stretch);
    const done = await http.resetPin(tokens(), { participantId, pin: issued });
    return done.ok ? ok(pin) : done;
  };

  /** Has the hub give the keys against the present PIN, and opens them. */
  async #mine(pin: string): Promise<Result<Mine, HttpRefusal>> {
    const { http, stretch, tokens } = this.#ports;
    const choices = await http.signInChoices(tokens());
    if (!choices.ok) return choices;
    const me = choices.value.participants.find((one) => one.participantId === this.#ports.participantId());
    if (me === undefined) return refusal('access/not-signed-in');
    if (me.pin === null) return refusal('access/no-pin');
    if (!isAcceptableCost(me.pin)) return refusal('access/pin-not-protected');
    const { proof, wrappingKey } = secretsOf(await stretch(pin, me.pin));
    const kept = await http.layerKeys(tokens(), { proof });
    if (!kept.ok) return kept;
    const { personId } = me;
    const ring = openRing(kept.value.keys, { seal: 'pin', personId, wrappingKey });
    // The PIN is right, so what the hub keeps is not what a terminal gave it.
    if (ring === null) return refusal('layer/keys-changed');
    return ok({ ...kept.value, personId, ring, proof, wrappingKey });
  }

  /** Puts `ring` in force, under the present PIN and under `recoveryKey`; here only once the hub has it. */
  async #change(mine: Mine, ring: KeyRing, recoveryKey: Uint8Array): Promise<Result<null, HttpRefusal>> {
    const { http, store, tokens, randomBytes } = this.#ports;
    const { personId, proof, revision, wrappingKey } = mine;
    const under = { seal: 'recovery', personId, wrappingKey: wrappingKeyOf(recoveryKey, personId) } as const;
    const done = await http.changeKeys(tokens(), {
      proof,
      revision,
      keys: this.#sealByPin(ring, personId, wrappingKey),
      pin: null,
      recovery: sealRing(ring, under, randomBytes(ivBytes)),
    });
    if (!done.ok) return done;
    this.#held = await store.keep({ personId, ring, hasRecovery: true });
    this.personChanged();
    return ok(null);
  }

  #sealByPin(ring: KeyRing, personId: PersonId, wrappingKey: Uint8Array): string {
    return sealRing(ring, { seal: 'pin', personId, wrappingKey }, this.#ports.randomBytes(ivBytes));
  }
}

/** A person's own keys, opened with the present PIN. */
interface Mine extends LayerKeys, PinSecrets {
  readonly personId: PersonId;
  readonly ring: KeyRing;
}

/** Digits of a PIN that the secretary hands over. */
const resetDigits = 6;

/** Every digit as likely as every other. */
function randomDigits(count: number, randomBytes: (count: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < count) {
    for (const byte of randomBytes(count))
      if (byte < 250 && digits.length < count) digits += String(byte % 10);
  }
  return digits;
}

/** A refusal that this terminal gives itself, in the words of the table. */
export function refusal(code: RefusalCode): Result<never, HttpRefusal> {
  const { vi, en } = refusalTable[code];
  return refused({ code, vi, en });
}
