import { LinkDown, type Bridge, type HostFacts } from '../../shared/bridge/bridge.ts';
import type { MeetingId, Sha256 } from '../../shared/records/ids.ts';
import type { Stop, Watchable } from '../../shared/std/signal.ts';
import type { Device } from '../../shared/terminal/device.ts';
import type { Guard } from '../../shared/terminal/guard.ts';
import { createHubBridge } from '../../shared/terminal/hub-bridge.ts';
import { headersOf } from '../../shared/terminal/hub-http.ts';
import { registerBy } from '../../shared/terminal/register-by.ts';
import { reportMachine, type GatherMachine } from '../../shared/terminal/report-machine.ts';
import { guardedParts, openTerminalParts, type PartPorts } from '../../shared/terminal/terminal-parts.ts';
import { Vault } from '../../shared/vault/vault.ts';
import type { BlobDisk, BlobStream, Hasher } from '../../shared/vault/vault-ports.ts';
import type { FetchAtHub } from '../hub-link/hub-door.ts';
import { watchMeetings, type OpenMeetingsStorage } from './open-meetings.ts';

/** What a terminal needs of its machine. */
export interface TerminalPorts extends Omit<PartPorts<Vault>, 'openVault'> {
  readonly host: HostFacts;
  readonly openMeetings: OpenMeetingsStorage;
  readonly disk: BlobDisk;
  /** For what a machine asks of the hub in the name of its device; a terminal without it asks nothing of the kind. */
  readonly fetchAtHub?: FetchAtHub;
  fetchBlob(headers: Readonly<Record<string, string>>, sha256: Sha256, offset: number): Promise<BlobStream>;
  createHasher(): Hasher;
  /** Looks at the machine, for IT. */
  readonly gatherMachine: GatherMachine;
}

/** One window's side of the room: the whole of the bridge, in the main process. It lives on while its window reloads. */
export interface Terminal extends Bridge {
  /** Whether a meeting is open, as far as this terminal has heard; known without the hub too. */
  readonly meetingIsOpen: Watchable<boolean>;
  /** Whether whoever is signed in may print papers of this meeting now, as the rules of its body say. */
  mayPrint(meetingId: MeetingId): boolean;
  /** `fetch` at the hub with the token of this device. Rejects for weather, and while the device is not registered. */
  readonly fetchAsDevice: FetchAtHub;
  /** Registers with this code now, if that is needed, and again if the hub should not know the device. */
  useRoomCode(roomCode: string): void;
  /** Ends the link and everything in the background. */
  stop(): void;
}

/** Opens a terminal: loads what its machine keeps of it and begins to connect. */
export async function openTerminal(ports: TerminalPorts): Promise<Terminal> {
  const { timers, onTrouble } = ports;
  const parts = await openTerminalParts({
    ...ports,
    openVault: (device) =>
      Vault.open({
        ...ports,
        fetch: (sha256, offset) => ports.fetchBlob(headersOf(device.mustBeRegistered()), sha256, offset),
        createHasher: async () => ports.createHasher(),
      }),
  });
  const { device, link, outbox, vault, guard } = parts;
  link.status.subscribe(({ state }) => vault.setOnline(state === 'live'));
  const stopTelling = reportMachine({ link, vault, timers, gather: ports.gatherMachine, onTrouble });
  const { hub, isOpen, mayPrint } = watchMeetings(
    createHubBridge(link, device, ports.http),
    ports.openMeetings,
    onTrouble,
  );
  link.start();
  let stopRegistering: Stop = () => undefined;
  return {
    host: ports.host,
    ...guardedParts(parts, onTrouble),
    hub,
    meetingIsOpen: isOpen,
    mayPrint: (meetingId) => mayPrint(meetingId) && isInUse(guard, device),
    printer: null,
    fetchAsDevice: fetchAs(device, ports.fetchAtHub),
    useRoomCode(roomCode) {
      stopRegistering();
      stopRegistering = registerBy(roomCode, {
        device,
        status: link.status,
        timers,
        onAnswered(made) {
          if (!made.ok) onTrouble(new Error(`the hub does not register this terminal: ${made.reason.code}`));
        },
        onTrouble,
      });
    },
    stop() {
      stopRegistering();
      stopTelling();
      vault.stop();
      outbox.stop();
      link.stop();
    },
  };
}

function fetchAs(device: Device, fetchAtHub: FetchAtHub | undefined): FetchAtHub {
  return async (path, init) => {
    const credentials = device.credentials();
    if (credentials === null || fetchAtHub === undefined) throw new LinkDown('not registered');
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${credentials.deviceToken}`);
    return fetchAtHub(path, { ...init, headers });
  };
}

/** Somebody is signed in, and may see what the terminal holds. */
function isInUse({ state }: Guard, { identity }: Device): boolean {
  return state.get().state === 'open' && identity.get().participantId !== null;
}
