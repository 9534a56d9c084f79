import { permissions } from '../../shared/domain/permissions.ts';
import { isOfTerminal, type TerminalCommand } from '../../shared/protocol/terminal-commands.ts';
import type { CommandId, RoomId } from '../../shared/records/ids.ts';
import { parseCommand, type Command, type CommandMessage } from '../../shared/protocol/command.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { HelloMessage } from '../../shared/protocol/hello.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { PullMessage } from '../../shared/protocol/pull.ts';
import type { UpMessage } from '../../shared/protocol/up.ts';
import { isSpoken, ownVersions, type SpokenVersions } from '../../shared/protocol/spoken-versions.ts';
import type { Viewer } from '../../shared/records/audience.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { frameOf, type Frame } from './frame.ts';
import { recallsFor } from './evolve-recall.ts';
import type { Hall, Listener } from './hall.ts';
import type { History } from './history.ts';
import { actorOf, heldBy, inForce, viewerOf, type Identity } from './identity.ts';
import type { Actor } from './log-entry.ts';
import type { Machines } from './machines.ts';
import type { PageCache } from './pages.ts';
import type { Pointing } from './pointing.ts';
import { read, type RoomState } from './room-state.ts';
import type { Roster } from './roster.ts';

/** The transport's side of a connection. */
export interface Peer {
  send(frame: Frame): void;
  close(): void;
}

/** The room's side of a connection: takes parsed messages, in order. */
export interface Connection {
  /** Whom it has welcomed; null before, and when it has ended. */
  readonly identity: Identity | null;
  receive(message: UpMessage): void;
  /** The transport has lost the peer; nothing is sent any more. */
  closed(): void;
}

export interface ConnectionPorts {
  /** Other protocols than this program's own; for tests of a room that is half updated. */
  readonly spoken?: SpokenVersions | undefined;
  readonly roomId: RoomId;
  readonly epoch: number;
  readonly hall: Hall;
  readonly roster: Roster;
  readonly machines: Machines;
  readonly pages: PageCache;
  readonly history: History;
  readonly pointing: Pointing;
  /** The committed state; asking for it commits what this turn has decided so far. */
  state(): RoomState;
  /** The state with what this turn has decided; nothing of it may be sent. */
  upcoming(): RoomState;
  identify(deviceToken: string, sessionToken: string | null): Identity | null;
  /** What is `ruledOut` by something that the log does not know is refused with that code, in the log too. */
  submit(
    command: Command,
    actor: Actor,
    answer: (answer: CommandAnswer) => void,
    ruledOut?: RefusalCode | null,
  ): void;
  now(): number;
  sawHigherEpoch(): void;
  /** A device stands where this log has something else, or does not reach. */
  strayed(deviceId: Identity['deviceId']): void;
  isStale(): boolean;
}

/** A connection greets, is live, and ends. */
type State =
  | { readonly name: 'greeting' }
  | { readonly name: 'live'; readonly identity: Identity; readonly listener: Listener }
  | { readonly name: 'closed' };

/** Opens the room's side of a connection. */
export function createConnection(peer: Peer, ports: ConnectionPorts): Connection {
  return new RoomConnection(peer, ports);
}

class RoomConnection implements Connection {
  readonly #peer: Peer;
  readonly #ports: ConnectionPorts;
  #state: State = { name: 'greeting' };

  constructor(peer: Peer, ports: ConnectionPorts) {
    this.#peer = peer;
    this.#ports = ports;
  }

  get identity(): Identity | null {
    return this.#state.name === 'live' ? this.#state.identity : null;
  }

  receive(message: UpMessage): void {
    const state = this.#state;
    if (state.name === 'closed') return;
    if (state.name === 'greeting' && message.type === 'hello') this.#greet(message);
    else if (state.name === 'live' && message.type !== 'hello')
      this.#hear(message, state.identity, state.listener);
    else this.#reject('protocol/out-of-order');
  }

  closed(): void {
    const state = this.#state;
    this.#state = { name: 'closed' };
    if (state.name !== 'live') return;
    this.#ports.hall.leave(state.listener);
    this.#ports.roster.unlinked(state.identity.deviceId, this.#ports.now());
    this.#ports.hall.rosterChanged();
  }

  #reject(code: RefusalCode): void {
    this.#peer.send(frameOf({ type: 'rejected', code }));
    this.closed();
    this.#peer.close();
  }

  /** Whoever was here sits elsewhere now: nothing goes on in that name, and the terminal has to greet anew. */
  #checkSession(identity: Identity): void {
    if (identity.participantId === null || heldBy(this.#ports.state(), identity) !== null) return;
    this.closed();
    this.#peer.close();
  }

  #greet(hello: HelloMessage): void {
    const { identify, epoch, sawHigherEpoch, isStale } = this.#ports;
    if (!isSpoken(hello.protocol, this.#ports.spoken ?? ownVersions)) {
      return this.#reject('protocol/unsupported');
    }
    const identity = identify(hello.deviceToken, hello.sessionToken);
    if (identity === null) return this.#reject('access/unknown-device');
    if (hello.epochSeen > epoch) sawHigherEpoch();
    if (isStale()) return this.#reject('hub/stale-epoch');
    this.#welcome(identity, hello);
  }

  #welcome(known: Identity, { protocol, have, answered }: HelloMessage): void {
    const { roomId, epoch, hall, history, roster, pages, now } = this.#ports;
    const room = this.#ports.state();
    const identity = inForce(room, known);
    const viewer = viewerOf(room, identity);
    const { deviceId, seat, participantId } = identity;
    const recalls = identity.surface === 'screen' ? [] : recallsFor(room, deviceId);
    const who = { deviceId, seat, viewer, participantId };
    const places = [have, answered].map((told) => told && history.compare(told));
    const isAnother = places.includes('another');
    if (isAnother || places.includes('beyond')) this.#ports.strayed(deviceId);
    const place = { roomId, epoch, seq: room.seq, history: isAnother ? 'another' : 'same' } as const;
    const facts = { ...place, now: now(), ...who, recalls };
    const listener: Listener = {
      viewer,
      send: (frame) => this.#peer.send(frame),
      reject: (code) => this.#reject(code),
      checkSession: () => this.#checkSession(identity),
    };
    this.#state = { name: 'live', identity, listener };
    this.#peer.send(frameOf({ type: 'welcome', protocol, ...facts }));
    const isBeyond = have !== null && (have.head ?? have.seq) > room.seq;
    if (!isAnother && !isBeyond && have?.epoch === epoch) {
      this.#peer.send(pages.frame(viewer, have.seq, limits.pageRecords, -1));
    }
    hall.enter(listener);
    roster.linked(identity, now());
    hall.rosterChanged();
  }

  #hear(message: Exclude<UpMessage, HelloMessage>, identity: Identity, listener: Listener): void {
    const { hall, roster, pointing, now } = this.#ports;
    switch (message.type) {
      case 'command':
        return this.#command(message, identity);
      case 'pull':
        return this.#pull(message, listener.viewer);
      case 'ping':
        return this.#peer.send(frameOf({ type: 'pong', at: message.at, now: now() }));
      case 'report':
        roster.reported(identity.deviceId, message);
        return hall.rosterChanged();
      case 'point':
        return pointing.point(message, identity, listener);
      case 'recollect':
        return this.#recollect(message.ids);
      case 'machine':
        return this.#ports.machines.told(identity.deviceId, message, now());
      case 'proof':
        return this.#ports.machines.proved(identity.deviceId, message);
    }
  }

  /** A replica that was not named in the hello may be of another history as well; its terminal then has to name it. */
  #pull({ request, since, limit, head, check }: PullMessage, viewer: Viewer): void {
    const { epoch, history, pages } = this.#ports;
    const place = history.compare({ epoch, seq: since, head, check });
    if (place === 'another' || place === 'beyond') return this.#reject('hub/another-history');
    this.#peer.send(pages.frame(viewer, since, limit, request));
  }

  #recollect(asked: readonly CommandId[]): void {
    const { answers } = this.#ports.state();
    const known = asked.filter((id) => answers.get(id)?.answer.status === 'accepted');
    this.#peer.send(frameOf({ type: 'recollected', asked: [...asked], known }));
  }

  #command(message: CommandMessage, identity: Identity): void {
    const answer = (given: CommandAnswer): void => {
      if (this.#state.name !== 'live') return;
      this.#peer.send(frameOf({ type: 'answer', id: message.id, answer: given }));
    };
    const parsed = parseCommand(message);
    const code = parsed.ok ? messageRefusal(parsed.value, identity) : parsed.reason;
    if (code !== null) return answer({ status: 'refused', epoch: this.#ports.epoch, seq: 0, code });
    if (!parsed.ok) return;
    const actor = actorOf(this.#ports.upcoming(), identity);
    this.#ports.submit(parsed.value, actor, answer, this.#placeRefusal(parsed.value));
  }

  /** Which terminals there are is not in the log; what it rules out is, so that the answer stays the same (LOG-4). */
  #placeRefusal(command: Command): RefusalCode | null {
    if (command.type !== 'seat/move') return null;
    const { upcoming, roster } = this.#ports;
    const { participantId, seat } = command.payload;
    const meetingId = read(upcoming(), 'participant', participantId)?.meetingId;
    const plan = meetingId === undefined ? null : read(upcoming(), 'meeting', meetingId);
    const isPlace = plan?.seats.some((place) => place.seat === seat) || roster.hasSeat(seat);
    return isPlace ? null : 'seat/unknown';
  }
}

type OfOwnSeat = Extract<Command, { readonly type: TerminalCommand }>;

function isOfOwnSeat(command: Command): command is OfOwnSeat {
  return isOfTerminal(command.type);
}

/** Commands that only the hub's own routes may make are refused when they come as a message; so is another seat's word. */
function messageRefusal(command: Command, { seat }: Identity): RefusalCode | null {
  if (isOfOwnSeat(command) && command.payload.seat !== seat) return 'access/wrong-seat';
  return permissions[command.type].madeByHub === true ? 'access/not-allowed' : null;
}
