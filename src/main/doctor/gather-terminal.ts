import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureDisk } from '../../machine/doctor/measure-disk.ts';
import type {
  BatteryFacts,
  DisplayFacts,
  KeyringFacts,
  MachineFacts,
  OutboxFacts,
  PairingFacts,
  VaultFacts,
} from '../../shared/health/facts.ts';
import { policyFactsOf } from '../../shared/health/policy-facts.ts';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import { gatherMachine, linuxPowerSupplies, type AboutProgram } from '../health/gather-machine.ts';
import { isRevoked } from '../hub-link/ask-revocation.ts';
import { plainDoor, type HubDoor } from '../hub-link/hub-door.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { createSealedDial } from '../hub-link/sealed-dial.ts';
import { sealedDoor } from '../hub-link/sealed-door.ts';
import { isKeyringUsable, KeyLocked, openMachineKey, type Keyring } from '../keys/machine-key.ts';
import { createPairingStore } from '../pairing/pairing-store.ts';
import { peerOf, type Pairing } from '../pairing/pairing.ts';
import { askHub } from './ask-hub.ts';
import { lookAtTerminal } from './look-at-terminal.ts';

export interface GatherTerminalPorts {
  /** The folder of the program's data. */
  readonly folder: string;
  readonly policy: EffectivePolicy;
  readonly keyring: Keyring;
  readonly platform: NodeJS.Platform;
  readonly about: AboutProgram;
  /** The hubs without a seal that this machine opened last. */
  readonly plainHubs: readonly string[];
  readonly displays: DisplayFacts['displays'];
  now(): number;
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number;
}

/** Everything that is known of a terminal machine. Nothing is made that is not there yet. */
export async function gatherTerminal(ports: GatherTerminalPorts): Promise<MachineFacts> {
  const { folder, policy, about, displays, now, elapsed } = ports;
  const machine = await gatherMachine({
    ...about,
    folder,
    platform: ports.platform,
    powerSupplies: linuxPowerSupplies,
  })();
  const disk = await measureDisk({ folder, draft: `.doctor-${process.pid}`, now: elapsed });
  const kept = await lookAtKept(ports);
  const battery = batteryOf(machine.battery);
  const link = kept.door === null ? null : await askHub({ fetch: kept.door.fetch, now, elapsed });
  kept.door?.close();
  // Whoever was turned out is sent nothing, which looks like a line that is broken.
  const isTurnedOut = link?.link.state === 'unreachable' && (await kept.isRevoked());
  return {
    policy: policyFactsOf(policy),
    pairing: isTurnedOut ? { state: 'revoked' } : kept.pairing,
    link: link?.link ?? { state: 'no-hub' },
    version: { own: about.version, ...(link?.version ?? { hub: null, understands: null }) },
    clock: { now: now(), differenceMs: link?.differenceMs ?? null },
    display: { displays: [...displays], wanted: highestDisplay(policy) },
    keyring: kept.keyring,
    ...(disk === null ? {} : { disk }),
    ...(machine.memory === null ? {} : { memory: machine.memory }),
    ...(battery === null ? {} : { battery }),
    ...(kept.vault === null ? {} : { vault: kept.vault }),
    ...(kept.outbox === null ? {} : { outbox: kept.outbox }),
  };
}

interface Kept {
  readonly keyring: KeyringFacts;
  readonly pairing: PairingFacts;
  readonly outbox: OutboxFacts | null;
  readonly vault: VaultFacts | null;
  readonly door: HubDoor | null;
  /** Asks the hub for its word that it has turned this machine out. */
  isRevoked(): Promise<boolean>;
}

async function lookAtKept(ports: GatherTerminalPorts): Promise<Kept> {
  const { folder, keyring, platform, plainHubs } = ports;
  const nothing = { outbox: null, vault: null };
  const [plainHub] = plainHubs;
  const plain = {
    pairing: { state: plainHub === undefined ? ('none' as const) : ('plain' as const) },
    door: plainHub === undefined ? null : plainDoor(plainHub),
    isRevoked: async () => false,
  };
  const keys = join(folder, 'keys');
  const hasKey = ['machine-key', 'machine-key.sealed'].some((name) => existsSync(join(keys, name)));
  if (!hasKey) {
    const isPresent = await isKeyringUsable(keyring, platform);
    return { ...nothing, ...plain, keyring: { state: isPresent ? 'present' : 'absent' } };
  }
  try {
    const { key, isSealed } = await openMachineKey({ folder: keys, keyring, platform });
    const store = createPairingStore({ folder: join(folder, 'terminals'), machineKey: key });
    const [pairing] = await store.list();
    const isDamaged = await store.hasDamaged();
    return {
      keyring: { state: isSealed ? 'present' : 'absent' },
      ...(await lookAtTerminals(join(folder, 'terminals'), key)),
      ...(pairing === undefined ? plain : pairedBy(pairing)),
      ...(isDamaged ? { pairing: { state: 'unreadable' } } : {}),
    };
  } catch (reason) {
    if (!(reason instanceof KeyLocked)) throw reason;
    return { ...nothing, ...plain, keyring: { state: 'locked' } };
  }
}

async function lookAtTerminals(folder: string, key: Uint8Array): Promise<Pick<Kept, 'outbox' | 'vault'>> {
  if (!existsSync(folder)) return { outbox: null, vault: null };
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const looked = await Promise.all(names.map((name) => lookAtTerminal(folder, name, key)));
  return {
    outbox: together(
      looked.flatMap(({ outbox }) => outbox ?? []),
      (one, other) => ({ ...worse(one, other), waiting: one.waiting + other.waiting }),
    ),
    vault: together(
      looked.flatMap(({ vault }) => vault ?? []),
      (one, other) => ({
        ...worse(one, other),
        blobs: one.blobs + other.blobs,
        damaged: one.damaged + other.damaged,
      }),
    ),
  };
}

function together<Facts>(all: readonly Facts[], add: (one: Facts, other: Facts) => Facts): Facts | null {
  const [first, ...others] = all;
  return first === undefined ? null : others.reduce(add, first);
}

const states = ['empty', 'readable', 'unreadable'] as const;

function worse<State extends (typeof states)[number]>(
  one: { readonly state: State },
  other: { readonly state: State },
): { readonly state: State } {
  return { state: states.indexOf(one.state) > states.indexOf(other.state) ? one.state : other.state };
}

function pairedBy(pairing: Pairing): Pick<Kept, 'pairing' | 'door' | 'isRevoked'> {
  const { addresses: hosts, terminalPort, deviceId } = pairing;
  const hub = peerOf(pairing);
  const addresses = hosts.map((host) => ({ host, port: terminalPort }));
  return {
    pairing: { state: 'paired' },
    door: sealedDoor(hub.servername, createSealedDial(addresses, hub, nodeTimers)),
    isRevoked: () => isRevoked({ addresses, hub, deviceId }),
  };
}

function batteryOf(
  told: Awaited<ReturnType<ReturnType<typeof gatherMachine>>>['battery'],
): BatteryFacts | null {
  if (told === null || told === 'none') return null;
  // On the mains a system may say so without saying whether there is a battery.
  if (told.percent === null && told.isPluggedIn) return null;
  return { percent: told.percent, isCharging: told.isPluggedIn };
}

function highestDisplay({ values }: EffectivePolicy): number {
  const numbers = values['terminal.surfaces'].map((text) => Number(/@(\d+)$/.exec(text)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}
