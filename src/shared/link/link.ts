import type { Change, LinkStatus, ReplicaPlace, RoomFacts } from '../bridge/bridge.ts';
import type { CommandAnswer } from '../protocol/answer.ts';
import type { CommandMessage } from '../protocol/command.ts';
import type { DownMessage } from '../protocol/down.ts';
import { limits } from '../protocol/limits.ts';
import type { MachineMessage, ProofMessage, ProveMessage } from '../protocol/machine.ts';
import type { PageMessage } from '../protocol/page.ts';
import type { PointedPlace } from '../protocol/point.ts';
import type { ReportMessage } from '../protocol/report.ts';
import type { RosterDevice } from '../protocol/roster.ts';
import type { UpMessage } from '../protocol/up.ts';
import { nextToTry, ownVersions, type SpokenVersions } from '../protocol/spoken-versions.ts';
import type { WelcomeMessage } from '../protocol/welcome.ts';
import type { CommandId, MeetingId } from '../records/ids.ts';
import type { Checkpoint } from '../records/wire-record.ts';
import { isWeather, type RefusalCode } from '../refusals/refusal-table.ts';
import { createChannel, createSignal, type Stop, type Watchable } from '../std/signal.ts';
import { unreachable } from '../std/must.ts';
import { backOffMs } from './back-off.ts';
import { Heartbeat } from './heartbeat.ts';
import { judgeWelcome } from './judge-welcome.ts';
import { KnownEpochs } from './known-epochs.ts';
import type { LinkPorts, Socket } from './link-ports.ts';
import type { Greeting, LinkState } from './link-state.ts';
import { StatusTeller } from './link-status.ts';
import type { AnsweredPlace, CommandChannel, LiveSession, Recollection } from './outbox-ports.ts';
import { parseDown } from './parse-down.ts';
import { Pulls } from './pulls.ts';
import { RoundTrip } from './round-trip.ts';

// oxlint-disable max-lines -- one machine of states, which is followed best in one place
/** The link of one device: everything of `HubBridge` that is not HTTP, and the channel of the outbox. */
export class Link implements CommandChannel {
  readonly status: Watchable<LinkStatus>;
  readonly #ports: LinkPorts;
  readonly #parse: (text: string) => DownMessage | null;
  readonly #teller: StatusTeller;
  readonly #spoken: SpokenVersions;
  /** What the next hello offers: our own protocol, or one before it once the hub has refused that. */
  #protocol: number;
  readonly #room = createSignal<RoomFacts | null>(null);
  readonly #roster = createSignal<readonly RosterDevice[]>([]);
  readonly #pointer = createSignal<PointedPlace | null>(null);
  readonly #session = createSignal<LiveSession | null>(null);
  /** What the last welcome said; kept while offline. Set before `'live'` is told. */
  readonly room: Watchable<RoomFacts | null> = this.#room;
  readonly roster: Watchable<readonly RosterDevice[]> = this.#roster;
  /** See `HubBridge.pointer`. */
  readonly pointer: Watchable<PointedPlace | null> = this.#pointer;
  /** The live connection; null while there is none. A new object for each connection. */
  readonly session: Watchable<LiveSession | null> = this.#session;
  readonly #recalls = createSignal<readonly MeetingId[]>([]);
  /** Recalled meetings that the last welcome named; set before `'live'` is told. */
  readonly recalls: Watchable<readonly MeetingId[]> = this.#recalls;
  readonly #changes = createChannel<Change | 'live'>();
  readonly #answers = createChannel<{ readonly id: CommandId; readonly answer: CommandAnswer }>();
  readonly #recollections = createChannel<Recollection>();
  readonly #questions = createChannel<ProveMessage>();
  readonly #pulls = new Pulls();
  readonly #roundTrip = new RoundTrip();
  #state: LinkState = { name: 'idle' };
  /** Names the connection in force, so that nothing an earlier one still says counts. */
  #attempt = 0;
  #failures = 0;
  #have: ReplicaPlace | null = null;
  #answered: AnsweredPlace | null = null;
  readonly #epochs: KnownEpochs;
  #report: ReportMessage | null = null;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
    this.#spoken = ports.spoken ?? ownVersions;
    this.#protocol = this.#spoken.current;
    this.#parse = ports.parse ?? parseDown;
    this.#epochs = new KnownEpochs(ports.epochs);
    this.#teller = new StatusTeller(ports.timers);
    this.status = this.#teller.status;
  }

  /** Connects and stays connected until {@link stop}. Without credentials it waits for {@link credentialsChanged}. */
  start(): void {
    if (this.#state.name === 'idle') this.#connect('connecting');
  }

  /** Ends the connection and everything that waits on it. {@link start} begins again. */
  stop(): void {
    this.#drop();
    this.#pulls.dropAll();
    this.#teller.tell('offline');
  }

  /**
   * The device was registered, or a person signed in or out: connects anew as that person. What the replica holds was
   * seen with another person's eyes, so the hub is not told of it until {@link replicaReached} is called again.
   */
  credentialsChanged(): void {
    this.#drop();
    this.#pulls.dropAll();
    this.#have = null;
    this.#failures = 0;
    this.#roster.set([]);
    this.#connect('connecting');
  }

  /** See `HubBridge.pull`. */
  pull(since: ReplicaPlace, limit: number): Promise<PageMessage> {
    return this.#pulls.ask(since, limit);
  }

  /** See `HubBridge.onChange`. */
  onChange(listener: (change: Change | 'live') => void): Stop {
    return this.#changes.subscribe(listener);
  }

  /** See `HubBridge.replicaReached`. */
  replicaReached(place: ReplicaPlace): void {
    this.#have = place;
  }

  /** See `CommandChannel.answersReach`. */
  answersReach(place: AnsweredPlace): void {
    if (this.#answered === null || isLater(place, this.#answered)) this.#answered = place;
  }

  /** Tells the consoles how this terminal is; said again with each new connection. */
  report(report: Omit<ReportMessage, 'type'>): void {
    this.#report = { type: 'report', ...report };
    if (this.#state.name === 'live') this.#send(this.#state.socket, this.#report);
  }

  /** Tells IT of the machine; nothing while the link is not live, since the next look comes soon. */
  tellMachine(facts: Omit<MachineMessage, 'type'>): void {
    if (this.#state.name === 'live') this.#send(this.#state.socket, { type: 'machine', ...facts });
  }

  /** The hub asks this terminal to show that it holds its papers. */
  onProve(listener: (question: ProveMessage) => void): Stop {
    return this.#questions.subscribe(listener);
  }

  prove(proof: ProofMessage): void {
    if (this.#state.name === 'live') this.#send(this.#state.socket, proof);
  }

  /** How long a ping takes there and back, in milliseconds; null before the first pong of this connection. */
  get latencyMs(): number | null {
    return this.#roundTrip.medianMs;
  }

  /** See `HubBridge.point`. */
  point(at: PointedPlace | null): void {
    if (this.#state.name === 'live') this.#send(this.#state.socket, { type: 'point', at });
  }

  /** Sends a command on the live connection; silently nothing when there is none, as if it were lost on the way. */
  send(command: CommandMessage): void {
    if (this.#state.name === 'live') this.#send(this.#state.socket, command);
  }

  onAnswer(listener: (event: { readonly id: CommandId; readonly answer: CommandAnswer }) => void): Stop {
    return this.#answers.subscribe(listener);
  }

  recollect(ids: readonly CommandId[]): void {
    if (this.#state.name === 'live') this.#send(this.#state.socket, { type: 'recollect', ids: [...ids] });
  }

  onRecollection(listener: (recollection: Recollection) => void): Stop {
    return this.#recollections.subscribe(listener);
  }

  #connect(status: 'connecting' | null): void {
    this.#drop();
    if (this.#ports.credentials() === null) return this.#teller.tell('unregistered');
    if (status !== null) this.#teller.tell(status);
    const attempt = this.#attempt;
    const isCurrent = (): boolean => this.#attempt === attempt;
    const socket = this.#ports.open({
      opened: () => isCurrent() && this.#opened(),
      message: (text) => isCurrent() && this.#heard(text),
      closed: () => isCurrent() && this.#broken(),
    });
    const deadline = this.#ports.timers.after(limits.helloMs, () => this.#broken());
    this.#state = { name: 'connecting', socket, deadline };
  }

  #opened(): void {
    if (this.#state.name !== 'connecting') return;
    const { socket, deadline } = this.#state;
    const credentials = this.#ports.credentials();
    if (credentials === null) return this.#broken();
    const { deviceToken, sessionToken } = credentials;
    const have = this.#ofThisHistory(this.#have);
    const answered = this.#ofThisHistory(this.#answered);
    this.#state = { name: 'greeting', socket, deadline, have, answered };
    const who = { deviceToken, sessionToken, epochSeen: this.#epochs.seen };
    const places = answered === null ? { have } : { have, answered };
    this.#send(socket, { type: 'hello', protocol: this.#protocol, ...who, ...places });
  }

  /** A place as the wire names it; null for one of a history that this terminal has left. */
  #ofThisHistory(place: ReplicaPlace | null): Checkpoint | null {
    if (place === null || (place.history ?? 0) !== this.#epochs.history) return null;
    const { epoch, seq, head, check } = place;
    return { epoch, seq, head, check };
  }

  #heard(text: string): void {
    const message = this.#parse(text);
    if (message === null) return this.#broken();
    switch (this.#state.name) {
      case 'greeting':
        if (message.type === 'welcome') return this.#welcomed(message, this.#state);
        if (message.type === 'rejected') return this.#notWelcomed(message.code);
        return this.#broken();
      case 'remembering':
        this.#state.held.push(message);
        return;
      case 'live':
        this.#state.heartbeat.heard();
        return this.#take(message);
      default:
        return this.#broken();
    }
  }

  #welcomed(welcome: WelcomeMessage, { socket, deadline, have, answered }: Greeting): void {
    const told = [have, answered].filter((place) => place !== null);
    const known = { roomId: this.#ports.credentials()?.roomId, epochSeen: this.#epochs.seen, told };
    const judgement = judgeWelcome(welcome, known, this.#spoken);
    if (judgement === 'unsupported') return this.#rejected('protocol/unsupported');
    if (judgement === 'another') return this.#broken();
    const isAnother = judgement === 'another-history';
    const pushed = isAnother ? null : have;
    if (this.#epochs.hear(welcome.epoch, isAnother)) {
      deadline();
      return this.#goLive(welcome, socket, pushed);
    }
    const held: DownMessage[] = [];
    const attempt = this.#attempt;
    const kept = (): void => {
      if (this.#attempt !== attempt) return;
      deadline();
      this.#goLive(welcome, socket, pushed);
      for (const message of held) {
        if (this.#attempt === attempt) this.#take(message);
      }
    };
    const notKept = (): void => {
      if (this.#attempt === attempt) this.#broken();
    };
    this.#state = { name: 'remembering', socket, deadline, held };
    this.#epochs.keep().then(kept, notKept);
  }

  /** `pushed`: from where on the hub sends what is missing without being asked. */
  #goLive(welcome: WelcomeMessage, socket: Socket, pushed: Checkpoint | null): void {
    const { roomId, epoch, viewer, participantId } = welcome;
    const { history } = this.#epochs;
    const { timers } = this.#ports;
    const ping = (): void => this.#send(socket, { type: 'ping', at: timers.now() });
    const heartbeat = new Heartbeat({ timers, ping, silent: () => this.#broken() });
    this.#state = { name: 'live', socket, heartbeat };
    this.#roundTrip.forget();
    this.#failures = 0;
    this.#room.set({ roomId, epoch, history, viewer, participantId });
    this.#recalls.set(welcome.recalls);
    this.#teller.tell('live');
    if (this.#report !== null) this.#send(socket, this.#report);
    heartbeat.start();
    this.#pulls.live((pull) => this.#send(socket, pull), { epoch, history }, pushed);
    this.#session.set({ epoch, history, participantId, personId: viewer.personId });
    this.#changes.emit('live');
  }

  #take(message: DownMessage): void {
    switch (message.type) {
      case 'answer':
        return this.#answers.emit({ id: message.id, answer: message.answer });
      case 'page':
        return this.#pulls.page(message);
      case 'poke':
        this.#pulls.changed(message);
        return this.#changes.emit(message);
      case 'pong':
        this.#pulls.pushIsOver();
        this.#roundTrip.measure(message, this.#ports.timers.now());
        return this.#teller.measureClock(message);
      case 'roster':
        return this.#roster.set(message.devices);
      case 'pointer':
        return this.#pointer.set(message.at);
      case 'recollected':
        return this.#recollections.emit(message);
      case 'prove':
        return this.#questions.emit(message);
      case 'rejected':
        return this.#rejected(message.code);
      case 'welcome':
        return this.#broken();
      default:
        return unreachable(message);
    }
  }

  /** A hub that is not updated yet refuses our protocol; it speaks the one before, and so do we. */
  #notWelcomed(code: RefusalCode): void {
    const older = code === 'protocol/unsupported' ? nextToTry(this.#protocol, this.#spoken) : null;
    this.#protocol = older ?? this.#spoken.current;
    if (older === null) return this.#rejected(code);
    this.#connect(null);
  }

  #rejected(code: RefusalCode): void {
    if (isWeather(code)) return this.#broken();
    this.#drop();
    this.#teller.tell('rejected', code);
    const wait = limits.reconnectLongestMs * (1 + this.#ports.random());
    this.#state = { name: 'rejected', retry: this.#ports.timers.after(wait, () => this.#connect(null)) };
  }

  #broken(): void {
    this.#drop();
    this.#teller.tell('offline');
    const wait = backOffMs(this.#failures, this.#ports.random);
    this.#failures += 1;
    this.#state = {
      name: 'waiting-to-retry',
      retry: this.#ports.timers.after(wait, () => this.#connect(null)),
    };
  }

  /** Leaves the present state for `idle`: ends its timers and its socket. */
  #drop(): void {
    const state = this.#state;
    this.#attempt += 1;
    this.#state = { name: 'idle' };
    switch (state.name) {
      case 'idle':
        return;
      case 'connecting':
      case 'greeting':
      case 'remembering':
        state.deadline();
        state.socket.close();
        return;
      case 'live':
        // The hub may be the new one when we come back.
        this.#protocol = this.#spoken.current;
        state.heartbeat.stop();
        state.socket.close();
        this.#pulls.broken();
        this.#pointer.set(null);
        this.#session.set(null);
        return;
      case 'waiting-to-retry':
      case 'rejected':
        state.retry();
        return;
      default:
        return unreachable(state);
    }
  }

  #send(socket: Socket, message: UpMessage): void {
    socket.send(JSON.stringify(message));
  }
}

function isLater(a: AnsweredPlace, b: AnsweredPlace): boolean {
  if (a.epoch !== b.epoch) return a.epoch > b.epoch;
  return a.history === b.history ? a.seq > b.seq : a.history > b.history;
}
