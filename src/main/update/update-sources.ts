import { metadataBytes } from '../../shared/update/release-metadata.ts';
import { checkRelease, signatureBytes, type ReleaseTrust } from '../../shared/update/check-release.ts';
import { isNewerRelease } from '../../shared/update/release-version.ts';
import { updateOffer, type Installation } from '../../shared/protocol/updates.ts';
import type { FetchAtHub } from '../hub-link/hub-door.ts';
import { createFolderFeed } from './folder-feed.ts';
import { createHubFeed } from './hub-feed.ts';
import type { UpdateSource } from './update-driver.ts';

export interface HubSourcePorts {
  /** `fetch` at the hub with the token of one of this machine's devices; rejects while there is none. */
  readonly fetchAsDevice: FetchAtHub;
  readonly version: string;
  readonly installation: Installation;
}

/** Updates as the hub rolls them out. */
export function createHubSource({ fetchAsDevice, version, installation }: HubSourcePorts): UpdateSource {
  return {
    async offer({ stage, percent, failure }) {
      const query = new URLSearchParams({ version, installation, stage, percent: String(percent) });
      if (failure !== null) query.set('failure', failure);
      const response = await fetchAsDevice(`/v1/updates/offer?${query.toString()}`, {}).catch(() => null);
      if (response === null || !response.ok) return null;
      const parsed = updateOffer.safeParse(await response.json().catch(() => null));
      return parsed.success ? parsed.data : null;
    },
    feed: (wanted) => createHubFeed(wanted, fetchAsDevice),
  };
}

export interface FolderSourcePorts {
  readonly folder: string;
  readonly version: string;
  readonly metadataName: string;
  readonly trust: ReleaseTrust;
}

/** Updates from a stick or a share: whatever newer release lies there is meant for this machine. */
export function createFolderSource({
  folder,
  version,
  metadataName,
  trust,
}: FolderSourcePorts): UpdateSource {
  const feed = createFolderFeed(folder);
  return {
    async offer() {
      const bytes = await feed.read(metadataName, metadataBytes);
      const signature = await feed.read(`${metadataName}.sig`, signatureBytes);
      if (bytes === null) return null;
      const text = signature === null ? null : Buffer.from(signature).toString('utf8');
      const checked = checkRelease({ bytes, signature: text }, trust);
      const isNewer = checked.ok && isNewerRelease(checked.value.version, version);
      return { version: isNewer ? checked.value.version : null, isQuiet: true };
    },
    feed: () => feed,
  };
}
