import type { Link } from '../link/link.ts';
import type { Device } from './device.ts';

export interface SessionParts {
  readonly link: Pick<Link, 'status' | 'room'>;
  readonly device: Pick<Device, 'sessionLost'>;
  onTrouble(reason: unknown): void;
}

/**
 * Lets go of a session of which the hub knows nothing any more: it says so, or welcomes this device as nobody's, as it
 * does after a reset of the person's PIN. What the person has written waits in the outbox for the next sign-in.
 */
export function watchSession({ link, device, onTrouble }: SessionParts): void {
  const lose = (): void => void device.sessionLost().catch(onTrouble);
  link.status.subscribe(({ code }) => {
    if (code === 'access/not-signed-in') lose();
  });
  link.room.subscribe((room) => {
    if (room !== null && room.participantId === null) lose();
  });
}
