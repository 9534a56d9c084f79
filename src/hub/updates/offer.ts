import type { KeptRelease, OfferQuery, RollOut } from '../../shared/protocol/updates.ts';
import { isNewerRelease } from '../../shared/update/release-version.ts';
import type { Device } from '../store/credentials.ts';

/** How a roll-out names a terminal: `chair`, `seat:A07`. */
export function nameInRollOut({ surface, seat }: Pick<Device, 'surface' | 'seat'>): string {
  return seat === null ? surface : `${surface}:${seat}`;
}

/** True when the release in roll-out is meant for this terminal. */
export function isRolledOutTo(device: Pick<Device, 'surface' | 'seat'>, { target }: RollOut): boolean {
  switch (target.to) {
    case 'nobody':
      return false;
    case 'some':
      return target.terminals.includes(nameInRollOut(device));
    case 'all':
      return true;
  }
}

/**
 * Which version a terminal should run; null when it is to stay as it is: because nothing is rolled out to it, because
 * it runs that version or a newer one, or because the release has no installer for it.
 */
export function offerTo(
  device: Pick<Device, 'surface' | 'seat'>,
  { version, installation }: Pick<OfferQuery, 'version' | 'installation'>,
  { rollOut, releases }: { readonly rollOut: RollOut; readonly releases: readonly KeptRelease[] },
): string | null {
  const release = releases.find((one) => one.version === rollOut.version);
  if (release === undefined || !isRolledOutTo(device, rollOut)) return null;
  const isMeant = release.installations.includes(installation) && isNewerRelease(release.version, version);
  return isMeant ? release.version : null;
}
