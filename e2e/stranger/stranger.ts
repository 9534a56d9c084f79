import { createHash, randomUUID } from 'node:crypto';
import { derivePin, newLayerKeys, type PinSettings } from './pin-proof.ts';
import { LiveLine } from './live-line.ts';
import { Notebook } from './notebook.ts';
import { Replica } from './replica.ts';
import {
  HttpRefusal,
  type CommandToHub,
  type FinalAnswer,
  type FromHub,
  type SeatedDevice,
  type Surface,
} from './words.ts';

export interface StrangerOptions {
  /** Base address of the hub, or of what stands between it and this client. */
  readonly hub: string;
  readonly surface: Surface;
  readonly seat: string | null;
  /** Where commands are written down before they are sent; in memory alone unless given. */
  readonly notebook?: string;
}

/** A person who may sign in at this place. */
export interface SignInChoice {
  readonly participantId: string;
  readonly personId: string;
  readonly seat: string | null;
  readonly pin: PinSettings | null;
}

const resendMs = 5_000;
const longestWaitMs = 3_000;

/**
 * A terminal written from docs/protocol.md alone, with Node's own `fetch` and `WebSocket` and nothing of the project's
 * source. It registers, signs a person in, follows the room, and sends each command until it is answered for good.
 */
export class Stranger {
  readonly #options: StrangerOptions;
  /** Versions that it says it holds. */
  #held: readonly string[] = [];
  readonly #notebook: Notebook;
  #replica = new Replica();
  readonly #watchers = new Set<() => void>();
  #deviceToken = '';
  #sessionToken: string | null = null;
  #participantId: string | null = null;
  #epochSeen = 0;
  #line: LiveLine | null = null;
  #isLive = false;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;
  #resend: NodeJS.Timeout | undefined;
  #roster: readonly SeatedDevice[] = [];
  /** Every answer as it came, those to a command sent twice included. */
  readonly answers: { readonly id: string; readonly answer: FinalAnswer }[] = [];

  constructor(options: StrangerOptions) {
    this.#options = options;
    this.#notebook = new Notebook(options.notebook ?? null);
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  /** Up to which sequence this client holds the room's records. */
  get seq(): number {
    return this.#replica.seq;
  }

  get participantId(): string | null {
    return this.#participantId;
  }

  get roster(): readonly SeatedDevice[] {
    return this.#roster;
  }

  get waiting(): number {
    return this.#notebook.waiting().length;
  }

  /** Section 1: becomes a device of the room. */
  async register(roomCode: string): Promise<void> {
    const { surface, seat } = this.#options;
    const made = await this.#post('/v1/devices', { roomCode, surface, seat });
    this.#deviceToken = String(made['deviceToken']);
  }

  /** Section 2: signs in the person whose seat or console this is, then connects anew as that person. */
  async signIn(participantId: string, pin: string): Promise<void> {
    const person = (await this.signInChoices()).find((one) => one.participantId === participantId);
    const derived = await derivePin(pin, person?.pin ?? null);
    const keys = newLayerKeys(person?.personId ?? '', derived.wrappingKey);
    const made = await this.#post('/v1/sessions', { participantId, proof: derived.proof, keys });
    this.#sessionToken = String(made['sessionToken']);
    this.#participantId = String(made['participantId']);
    // Another person may see other records, also among those that were changed long ago.
    this.#replica = new Replica();
    if (this.#line !== null) this.connect();
  }

  async signInChoices(): Promise<SignInChoice[]> {
    const response = await fetch(`${this.#options.hub}/v1/participants`, { headers: this.#proof() });
    return ((await response.json()) as { participants: SignInChoice[] }).participants;
  }

  /** Speaks with the tokens of a terminal that has greeted the hub before. */
  static async speakingAs(hub: string, hello: Hello): Promise<Stranger> {
    const stranger = new Stranger({ hub, surface: 'seat', seat: null });
    stranger.#deviceToken = hello.deviceToken;
    stranger.#sessionToken = hello.sessionToken;
    stranger.connect();
    await stranger.until(() => stranger.isLive);
    return stranger;
  }

  /** Takes over the tokens of another client: a terminal that has been started again. */
  continueAs(other: Stranger): void {
    this.#deviceToken = other.#deviceToken;
    this.#sessionToken = other.#sessionToken;
    this.#participantId = other.#participantId;
    this.#epochSeen = other.#epochSeen;
  }

  /** Section 3: opens the live channel and keeps it open, whatever happens to it. */
  connect(): void {
    clearTimeout(this.#retry);
    this.#line?.close();
    this.#isLive = false;
    this.#line = new LiveLine(this.#options.hub, {
      opened: () =>
        this.#line?.send({
          type: 'hello',
          protocol: 1,
          deviceToken: this.#deviceToken,
          sessionToken: this.#sessionToken,
          epochSeen: this.#epochSeen,
          have: this.#replica.have,
        }),
      heard: (message) => this.#heard(message),
      lost: () => this.#lost(),
    });
  }

  /** Section 3: says which versions it holds whole. */
  report(held: readonly string[]): void {
    this.#held = held;
    const pack = { packHeld: held.length, packTotal: held.length, missing: [], held };
    this.#line?.send({ type: 'report', ...pack, waiting: this.waiting, clockDifferenceMs: null });
  }

  /** Section 3: what this machine is, for IT. */
  tellMachine(facts: Readonly<Record<string, unknown>>): void {
    this.#line?.send({ type: 'machine', ...facts });
  }

  /** Hangs up, as a terminal that is switched off; {@link connect} switches it on again. */
  stop(): void {
    this.#isLive = false;
    clearTimeout(this.#retry);
    clearTimeout(this.#resend);
    this.#line?.close();
  }

  /** Writes a command down and sends it until the hub has decided. Resolves with that decision. */
  async ask(
    command: string,
    payload: Readonly<Record<string, unknown>>,
    id: string = randomUUID(),
  ): Promise<FinalAnswer> {
    this.#notebook.ask({ type: 'command', id, command, madeAt: Date.now(), payload });
    this.#sendNext();
    return this.answerTo(id);
  }

  async answerTo(id: string): Promise<FinalAnswer> {
    await this.until(() => this.#notebook.answerTo(id) !== undefined);
    return this.#notebook.answerTo(id) as FinalAnswer;
  }

  /** Sends a command that was answered long ago once more, and resolves with what comes back this time. */
  async askAgain(
    id: string,
    asked: CommandToHub | undefined = this.#notebook.asked(id),
  ): Promise<FinalAnswer> {
    const before = this.answers.length;
    const next = (): FinalAnswer | undefined =>
      this.answers.slice(before).find((one) => one.id === id)?.answer;
    this.#line?.send(asked);
    await this.until(() => next() !== undefined);
    return next() as FinalAnswer;
  }

  /** Resolves when something that this client knows has become true. */
  async until(isTrue: () => boolean): Promise<void> {
    if (isTrue()) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!isTrue()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
    });
  }

  record(kind: string, id: string): Readonly<Record<string, unknown>> | null {
    return this.#replica.body(`${kind}/${id}`);
  }

  records(kind: string): Readonly<Record<string, unknown>>[] {
    return this.#replica.all(kind);
  }

  /** Section 5: the bytes of a document, whose hash must be the one asked for. */
  async blob(sha256: string): Promise<Uint8Array> {
    const response = await fetch(`${this.#options.hub}/v1/blobs/${sha256}`, { headers: this.#proof() });
    if (!response.ok) throw new HttpRefusal(response.status, (await response.json()) as HttpRefusalBody);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error('the hash is another one');
    return bytes;
  }

  #heard(message: FromHub): void {
    switch (message.type) {
      case 'welcome':
        if (message.epoch < this.#epochSeen) return this.#lost();
        return this.#welcomed(message.epoch, message.seq);
      case 'page':
        if (!this.#replica.takePage(message) || !message.complete) this.#pull();
        break;
      case 'poke':
        this.#replica.enter(message.epoch);
        if (!this.#replica.takePoke(message)) this.#pull();
        break;
      case 'answer':
        this.#answered(message.id, message.answer);
        break;
      case 'roster':
        this.#roster = message.devices;
        break;
      case 'rejected':
        return this.#lost();
      case 'prove':
        // A hub that ends in between gets no proof; it asks again when it is back.
        return void this.#prove(message.nonce).catch(() => undefined);
      case 'pong':
        return;
    }
    this.#tell();
  }

  /** Section 3: shows a stretch of every paper that it says it holds. It keeps none, so it reads them anew. */
  async #prove(nonce: string): Promise<void> {
    const papers = this.records('document-version').filter(({ id }) => this.#held.includes(String(id)));
    const drawn = papers.map((paper) => paper['view'] as { sha256: string; bytes: number });
    const whole = createHash('sha256').update(Buffer.from(nonce, 'hex'));
    const blobs = [...new Map(drawn.map((blob) => [blob.sha256, blob.bytes]))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    for (const [sha256, bytes] of blobs) {
      const chosen = createHash('sha256').update(`nghisu/possession/1|${nonce}|${sha256}`).digest();
      const begin = chosen.readUInt32BE(0) % Math.max(1, bytes - 4096 + 1);
      const piece = await this.#piece(sha256, begin, Math.min(bytes, begin + 4096));
      whole.update(Buffer.from(sha256, 'hex')).update(createHash('sha256').update(piece).digest());
    }
    this.#line?.send({
      type: 'proof',
      nonce,
      blobs: blobs.map(([name]) => name),
      digest: whole.digest('hex'),
    });
  }

  async #piece(sha256: string, begin: number, end: number): Promise<Uint8Array> {
    const headers = { ...this.#proof(), range: `bytes=${begin}-${end - 1}` };
    const response = await fetch(`${this.#options.hub}/v1/blobs/${sha256}`, { headers });
    return new Uint8Array(await response.arrayBuffer());
  }

  #welcomed(epoch: number, seq: number): void {
    const hadNothing = this.#replica.have === null || this.#replica.have.epoch !== epoch;
    this.#epochSeen = epoch;
    this.#replica.enter(epoch);
    this.#failures = 0;
    this.#isLive = true;
    // What is missing is pushed to those who said what they have.
    if (hadNothing && seq > 0) this.#pull();
    this.#sendNext();
    this.#tell();
  }

  #answered(id: string, answer: Extract<FromHub, { type: 'answer' }>['answer']): void {
    if (answer.status === 'unavailable') return;
    this.answers.push({ id, answer });
    const isNews = this.#notebook.answerTo(id) === undefined && this.#notebook.asked(id) !== undefined;
    if (!isNews) return;
    this.#notebook.answer(id, answer);
    this.#sendNext();
  }

  /** One at a time keeps their order; again after a while without an answer. */
  #sendNext(): void {
    clearTimeout(this.#resend);
    const [next] = this.#notebook.waiting();
    if (next === undefined || !this.#isLive) return;
    this.#line?.send(next);
    this.#resend = setTimeout(() => this.#sendNext(), resendMs);
  }

  #pull(): void {
    this.#line?.send({ type: 'pull', request: 1, since: this.#replica.seq, limit: 500 });
  }

  #lost(): void {
    this.#line?.close();
    this.#isLive = false;
    this.#tell();
    const wait = Math.min(250 * 2 ** this.#failures, longestWaitMs) * (0.5 + Math.random() / 2);
    this.#failures += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.connect(), wait);
  }

  #tell(): void {
    for (const look of this.#watchers) look();
  }

  #proof(): Record<string, string> {
    return {
      ...(this.#deviceToken === '' ? {} : { authorization: `Bearer ${this.#deviceToken}` }),
      ...(this.#sessionToken === null ? {} : { 'x-session-token': this.#sessionToken }),
    };
  }

  async #post(path: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(this.#options.hub + path, {
      method: 'POST',
      headers: { ...this.#proof(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new HttpRefusal(response.status, answer as unknown as HttpRefusalBody);
    return answer;
  }
}

type Hello = { readonly deviceToken: string; readonly sessionToken: string | null };
type HttpRefusalBody = ConstructorParameters<typeof HttpRefusal>[1];
