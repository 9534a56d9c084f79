import { join } from 'node:path';
import type {
  KeptRelease,
  OfferQuery,
  RollOut,
  TerminalVersion,
  UpdateOffer,
} from '../../shared/protocol/updates.ts';
import type { DeviceId } from '../../shared/records/ids.ts';
import type { UpdateRefusalCode } from '../../shared/refusals/update-refusals.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import type { Device } from '../store/credentials.ts';
import { isRolledOutTo, offerTo } from './offer.ts';
import { createReleaseStore, type ReleaseStore } from './release-store.ts';
import { noRollOut, readRollOut, writeRollOut } from './roll-out-file.ts';

export interface HubUpdatesPorts {
  /** `<data folder>/updates`. */
  readonly folder: string;
  readonly trust: ReleaseTrust;
  isMeetingOpen(): boolean;
  now(): number;
}

/**
 * The releases of a room and whom they are rolled out to. Everything lies in files that are replaced as a whole and read
 * when they are asked for, so that a command beside the running hub changes what it does.
 */
export interface HubUpdates {
  releases(): Promise<readonly KeptRelease[]>;
  take(from: string): Promise<Result<KeptRelease, UpdateRefusalCode>>;
  rollOut(): RollOut;
  /** Rolls a release out that is here, or nothing. */
  rollOutTo(wish: RollOut): Promise<Result<RollOut, UpdateRefusalCode>>;
  /** What a terminal should run, and remembers what it said of itself. */
  offer(device: Device, said: OfferQuery): Promise<UpdateOffer>;
  /** Whether a terminal may fetch files of a release now; why not. */
  mayFetch(device: Device, version: string): UpdateRefusalCode | null;
  openFile: ReleaseStore['openFile'];
  /** What terminals have said since the hub started, by device. */
  terminals(): readonly TerminalVersion[];
  isMeetingOpen(): boolean;
}

/** Opens the updates of a room. */
export function createHubUpdates({ folder, trust, isMeetingOpen, now }: HubUpdatesPorts): HubUpdates {
  const store = createReleaseStore(folder, trust);
  const file = join(folder, 'roll-out.json');
  const seen = new Map<DeviceId, TerminalVersion>();
  /** Checked once: each check reads and verifies all metadata, and sixty terminals ask at the same moment. */
  let known: { readonly version: string | null; readonly releases: Promise<readonly KeptRelease[]> } | null =
    null;
  const releasesFor = (rollOut: RollOut): Promise<readonly KeptRelease[]> => {
    if (known?.version !== rollOut.version) known = { version: rollOut.version, releases: store.list() };
    return known.releases;
  };
  return {
    releases: () => store.list(),
    async take(from) {
      known = null;
      return store.take(from);
    },
    rollOut: () => readRollOut(file),
    async rollOutTo(wish) {
      const isNothing = wish.version === null || wish.target.to === 'nobody';
      const releases = await store.list();
      if (!isNothing && !releases.some(({ version }) => version === wish.version))
        return refused('update/not-here');
      const value = isNothing ? noRollOut : wish;
      await writeRollOut(file, value);
      known = null;
      return ok(value);
    },
    async offer(device, said) {
      const { version, installation, stage, percent, failure = null } = said;
      const { id: deviceId, surface, seat } = device;
      seen.set(deviceId, {
        deviceId,
        surface,
        seat,
        version,
        installation,
        stage,
        percent,
        failure,
        at: now(),
      });
      const rollOut = readRollOut(file);
      const releases = rollOut.version === null ? [] : await releasesFor(rollOut);
      return { version: offerTo(device, said, { rollOut, releases }), isQuiet: !isMeetingOpen() };
    },
    mayFetch(device, version) {
      const rollOut = readRollOut(file);
      if (rollOut.version !== version || !isRolledOutTo(device, rollOut)) return 'update/not-offered';
      if (isMeetingOpen()) return 'update/meeting-open';
      return store.has(version) ? null : 'update/not-here';
    },
    openFile: (version, name) => store.openFile(version, name),
    terminals: () => [...seen.values()],
    isMeetingOpen,
  };
}
