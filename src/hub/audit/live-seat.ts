import { WebSocket } from 'ws';
import { Link } from '../../shared/link/link.ts';
import type { Era } from '../../shared/link/link-ports.ts';
import { openOutbox, type Outbox } from '../../shared/link/outbox.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import { commandId, type ParticipantId, type PersonId, type RoomId } from '../../shared/records/ids.ts';
import type { Timers } from '../../shared/std/timers.ts';
import type { Terminal } from './protocol-client.ts';

/** A seat with the product's own link and outbox, over a real socket, with a memory that outlives its hub. */
export interface LiveSeat {
  readonly outbox: Outbox;
  readonly link: Link;
  /** Every command that was ever made here, by id. */
  readonly entries: ReadonlyMap<string, OutboxEntry>;
  ask(intent: CommandIntent): Promise<OutboxEntry>;
  stop(): void;
}

export interface LiveSeatOptions {
  readonly terminal: Terminal;
  readonly roomId: RoomId;
  readonly person: { readonly participantId: ParticipantId; readonly personId: PersonId };
  /** The highest epoch that it has been welcomed in before. */
  readonly epochSeen?: number;
  /** The address of the hub as it is looked for now; null while there is none. */
  hub(): string | null;
}

const timers: Timers = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Starts it; it looks for its hub until it is stopped. */
export async function startLiveSeat(options: LiveSeatOptions): Promise<LiveSeat> {
  const { terminal, roomId, person, hub } = options;
  const entries = new Map<string, OutboxEntry>();
  let era: Era = { epoch: options.epochSeen ?? 0, history: 0 };
  let made = 0;
  const link = new Link({
    open: (handlers) => {
      const address = (hub() ?? 'http://127.0.0.1:9').replace(/^http/, 'ws');
      const socket = new WebSocket(`${address}/v1/live`, { perMessageDeflate: false });
      socket.on('open', () => handlers.opened());
      socket.on('message', (data: Buffer) => handlers.message(data.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => handlers.closed());
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: () => socket.close(),
      };
    },
    timers,
    random: Math.random,
    epochs: {
      seen: era.epoch,
      history: era.history,
      remember: async (next) => void (era = next),
    },
    credentials: () => ({ roomId, deviceToken: terminal.deviceToken, sessionToken: terminal.sessionToken }),
  });
  const outbox = await openOutbox({
    store: {
      load: async () => [],
      save: async (entry) => void entries.set(entry.id, entry),
      remove: async (ids) => ids.forEach((id) => entries.delete(id)),
    },
    channel: link,
    timers,
    random: Math.random,
    newId: () => commandId.parse(`${person.participantId}-${(made += 1)}`),
    signedIn: () => person,
  });
  link.start();
  return {
    outbox,
    link,
    entries,
    ask: (intent) => outbox.submit(intent),
    stop() {
      outbox.stop();
      link.stop();
    },
  };
}
