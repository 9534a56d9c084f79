import { Bonjour, type Service } from 'bonjour-service';
import { isIPv4 } from 'node:net';
import type { FoundHub } from '../../shared/bridge/pairing-ipc.ts';
import { announcedService } from '../../shared/protocol/pairing.ts';
import { createSignal, type Stop, type Watchable } from '../../shared/std/signal.ts';
import { addressText } from './door-address.ts';

/** Whoever is on the network can announce itself; more than these are not shown. */
const mostHubs = 24;
const longestName = 80;
/** Announcements get lost; asked again this often, in milliseconds. */
const againMs = 5_000;

/** Hubs that announce themselves on the network, as long as it is listened to. */
export interface HubFinder {
  readonly hubs: Watchable<readonly FoundHub[]>;
  stop(): void;
}

/** Listens by mDNS. A machine without a network finds nothing; `onTrouble` is told why. */
export function findHubs(onTrouble: (reason: unknown) => void): HubFinder {
  const hubs = createSignal<readonly FoundHub[]>([]);
  const bonjour = new Bonjour({}, onTrouble);
  const browser = bonjour.find({ type: announcedService, protocol: 'tcp' });
  const tell = (): void => hubs.set(foundHubs(browser.services));
  for (const event of ['up', 'down', 'txt-update', 'srv-update'] as const) browser.on(event, tell);
  const asking = setInterval(() => browser.update(), againMs);
  const stop: Stop = () => {
    clearInterval(asking);
    browser.stop();
    bonjour.destroy();
  };
  return { hubs, stop };
}

type Announced = Pick<Service, 'fqdn' | 'name' | 'port' | 'txt' | 'addresses' | 'referer'>;

/** What is shown of announcements: those that can be reached, in the order of their names. */
export function foundHubs(services: readonly Announced[]): readonly FoundHub[] {
  return services
    .flatMap((service) => {
      const host = hostOf(service);
      if (host === undefined || !(service.port > 0)) return [];
      const address = addressText({ host, port: service.port });
      return [{ id: service.fqdn, roomName: nameOf(service), address }];
    })
    .toSorted((a, b) => a.roomName.localeCompare(b.roomName, 'vi') || a.address.localeCompare(b.address))
    .slice(0, mostHubs);
}

/** The sender of the announcement is an address that reaches us; a hub has many that may not. */
function hostOf({ addresses = [], referer }: Announced): string | undefined {
  const sender = referer !== undefined && addresses.includes(referer.address) ? referer.address : undefined;
  return sender ?? addresses.find((address) => isIPv4(address)) ?? addresses[0];
}

function nameOf({ name, txt }: Announced): string {
  const announced: unknown = txt?.name;
  const text = typeof announced === 'string' && announced.trim() !== '' ? announced : name;
  return text.replaceAll(/\p{C}/gu, '').trim().slice(0, longestName);
}
