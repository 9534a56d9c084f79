import { announcedService } from '../../shared/protocol/pairing.ts';
import type { Logger } from '../transport/logger.ts';

/** What everybody on the network may know: a name, an id and a port. */
export interface Announced {
  readonly roomId: string;
  readonly roomName: string;
  /** Of the pairing door, whether it stands open or not. */
  readonly pairingPort: number;
}

/**
 * Announces the hub by mDNS until the function that comes back is called. It is a hint and nothing more: a machine
 * trusts a hub for its certificate, wherever it has found it. A network that carries no multicast is no fault.
 */
export async function announce(announced: Announced, logger: Logger): Promise<() => Promise<void>> {
  const { Bonjour } = await import('bonjour-service');
  const bonjour = new Bonjour({}, () => logger.warn('announcement/failed'));
  bonjour.publish({
    name: `Nghi Su ${announced.roomId}`,
    type: announcedService,
    protocol: 'tcp',
    port: announced.pairingPort,
    // Two hubs of one room are told apart by what they show at their doors, not here.
    probe: false,
    txt: { name: announced.roomName, room: announced.roomId },
  });
  return () =>
    new Promise((resolve) => {
      bonjour.unpublishAll(() => {
        bonjour.destroy();
        resolve();
      });
    });
}
