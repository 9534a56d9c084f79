import { permissions } from '../../shared/domain/permissions.ts';
import type { RoomId } from '../../shared/records/ids.ts';
import { parseCommand, type Command, type CommandMessage } from '../../shared/protocol/command.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { HelloMessage } from '../../shared/protocol/hello.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { UpMessage } from '../../shared/protocol/up.ts';
import { oldestProtocolVersion, protocolVersion } from '../../shared/protocol/version.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Hall, Listener } from './hall.ts';
import { actorOf, viewerOf, type Identity } from './identity.ts';
import type { Actor } from './log-entry.ts';
import type { PageCache } from './pages.ts';
import type { RoomState } from './room-state.ts';
import type { Roster } from './roster.ts';

/** The transport's side of a connection. */
export interface Peer {
  send(frame: Frame): void;
  close(): void;
}

/** The room's side of a connection: takes parsed messages, in order. */
export interface Connection {
  receive(message: UpMessage): void;
  /** The transport has lost the peer; nothing is sent any more. */
  closed(): void;
}

export interface ConnectionPorts {
  readonly roomId: RoomId;
  readonly epoch: number;
  readonly hall: Hall;
  readonly roster: Roster;
  readonly pages: PageCache;
  /** The committed state; asking for it commits what this turn has decided so far. */
  state(): RoomState;
  /** The state with what this turn has decided; nothing of it may be sent. */
  upcoming(): RoomState;
  identify(deviceToken: string, sessionToken: string | null): Identity | null;
  submit(command: Command, actor: Actor, answer: (answer: CommandAnswer) => void): void;
  now(): number;
  sawHigherEpoch(): void;
  isStale(): boolean;
}

/** A connection greets, is live, and ends. */
type State =
  | { readonly name: 'greeting' }
  | { readonly name: 'live'; readonly identity: Identity; readonly listener: Listener }
  | { readonly name: 'closed' };

/** Opens the room's side of a connection. */
export function createConnection(peer: Peer, ports: ConnectionPorts): Connection {
  let state: State = { name: 'greeting' };

  const leave = (): void => {
    if (state.name === 'live') {
      ports.hall.leave(state.listener);
      ports.roster.unlinked(state.identity.deviceId, ports.now());
      ports.hall.rosterChanged();
    }
    state = { name: 'closed' };
  };

  const reject = (code: RefusalCode): void => {
    peer.send(frameOf({ type: 'rejected', code }));
    leave();
    peer.close();
  };

  const greet = (hello: HelloMessage): void => {
    if (hello.protocol < oldestProtocolVersion || hello.protocol > protocolVersion) {
      return reject('protocol/unsupported');
    }
    const identity = ports.identify(hello.deviceToken, hello.sessionToken);
    if (identity === null) return reject('access/unknown-device');
    if (hello.epochSeen > ports.epoch) ports.sawHigherEpoch();
    if (ports.isStale()) return reject('hub/stale-epoch');
    welcome(identity, hello);
  };

  const welcome = (identity: Identity, hello: HelloMessage): void => {
    const { roomId, epoch } = ports;
    const room = ports.state();
    const viewer = viewerOf(room, identity);
    const { deviceId, seat, participantId } = identity;
    const facts = { roomId, epoch, seq: room.seq, now: ports.now(), deviceId, seat, viewer, participantId };
    const listener: Listener = { viewer, send: (frame) => peer.send(frame), reject };
    state = { name: 'live', identity, listener };
    peer.send(frameOf({ type: 'welcome', protocol: protocolVersion, ...facts }));
    if (hello.have !== null && hello.have.epoch === epoch && hello.have.seq <= room.seq) {
      peer.send(ports.pages.frame(viewer, hello.have.seq, limits.pageRecords, -1));
    }
    ports.hall.enter(listener);
    ports.roster.linked(identity, ports.now());
    ports.hall.rosterChanged();
  };

  const command = (message: CommandMessage, identity: Identity): void => {
    const answer = (given: CommandAnswer): void => {
      if (state.name === 'live') peer.send(frameOf({ type: 'answer', id: message.id, answer: given }));
    };
    const parsed = parseCommand(message);
    const code = parsed.ok ? outsideRefusal(parsed.value) : parsed.reason;
    if (code !== null) return answer({ status: 'refused', epoch: ports.epoch, seq: 0, code });
    if (parsed.ok) ports.submit(parsed.value, actorOf(ports.upcoming(), identity), answer);
  };

  return {
    receive(message) {
      if (state.name === 'closed') return;
      if (message.type === 'hello')
        return state.name === 'greeting' ? greet(message) : reject('protocol/out-of-order');
      if (state.name === 'greeting') return reject('protocol/out-of-order');
      const { identity, listener } = state;
      switch (message.type) {
        case 'command':
          return command(message, identity);
        case 'pull':
          ports.state();
          return peer.send(ports.pages.frame(listener.viewer, message.since, message.limit, message.request));
        case 'ping':
          return peer.send(frameOf({ type: 'pong', at: message.at, now: ports.now() }));
        case 'report':
          ports.roster.reported(identity.deviceId, message);
          return ports.hall.rosterChanged();
      }
    },
    closed: leave,
  };
}

/** Commands that only the hub's own routes may make are refused when they come as a message. */
function outsideRefusal(command: Command): RefusalCode | null {
  return permissions[command.type].madeByHub === true ? 'access/not-allowed' : null;
}
