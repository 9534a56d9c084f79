import { pairingInputs } from '../../shared/bridge/pairing-ipc.ts';
import { serveRequest, type RequestGate } from '../bridge/serve-request.ts';
import type { PairingSession } from './pairing-session.ts';

/** The window of a machine that is not paired, as its requests see it. */
export interface PairingAsker {
  readonly session: PairingSession;
  /** Begins to tell the window what to show, in place of what it was told before. */
  watch(): void;
  /** Lets a person choose the file of a ticket; null when none was chosen. */
  chooseTicket(): Promise<string | null>;
}

/** Registers what that window may ask: its own six requests and nothing of a terminal. */
export function registerPairingRequests(gate: RequestGate<PairingAsker>): void {
  const isOfferedTo = (): boolean => true;
  const done = null;
  serveRequest(gate, {
    ...{ name: 'pairing/watch', input: pairingInputs['pairing/watch'], isOfferedTo },
    answer({ watch }) {
      watch();
      return done;
    },
  });
  serveRequest(gate, {
    ...{ name: 'pairing/choose-place', input: pairingInputs['pairing/choose-place'], isOfferedTo },
    answer({ session }, place) {
      session.choosePlace(place);
      return done;
    },
  });
  serveRequest(gate, {
    ...{ name: 'pairing/begin', input: pairingInputs['pairing/begin'], isOfferedTo },
    answer({ session }, { address }) {
      session.begin(address);
      return done;
    },
  });
  serveRequest(gate, {
    ...{ name: 'pairing/begin-by-ticket', input: pairingInputs['pairing/begin-by-ticket'], isOfferedTo },
    async answer({ session }, { id }) {
      // The page names a ticket that was found; it opens no other file.
      if (session.screen.get().tickets.some((ticket) => ticket.id === id)) await session.beginByTicket(id);
      return done;
    },
  });
  serveRequest(gate, {
    ...{ name: 'pairing/choose-ticket', input: pairingInputs['pairing/choose-ticket'], isOfferedTo },
    async answer({ session, chooseTicket }) {
      const file = await chooseTicket();
      if (file !== null) await session.beginByTicket(file);
      return done;
    },
  });
  serveRequest(gate, {
    ...{ name: 'pairing/stop', input: pairingInputs['pairing/stop'], isOfferedTo },
    answer({ session }) {
      session.stop();
      return done;
    },
  });
}
