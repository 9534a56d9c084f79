import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { checkRelease, signatureBytes, type ReleaseTrust } from '../../shared/update/check-release.ts';
import {
  metadataBytes,
  type ReleaseFile,
  type ReleaseMetadata,
} from '../../shared/update/release-metadata.ts';
import { isNewerRelease } from '../../shared/update/release-version.ts';
import type { HighestVersion } from './highest-version.ts';
import { UpdateRefused, type ReleaseFeed } from './release-feed.ts';

/** What the provider works with. */
export interface SignedSource {
  readonly feed: ReleaseFeed;
  readonly trust: ReleaseTrust;
  readonly highest: Pick<HighestVersion, 'get'>;
  /** The version that was offered; any other is not taken in its place. */
  readonly wanted: string;
  /** The metadata file of this kind of machine: `latest.yml`, `latest-linux.yml`. */
  readonly metadataName: string;
  /** Whether a file is an installer of this kind of machine; electron-updater would take the first of all for want of one. */
  isInstaller(name: string): boolean;
}

/** No request is ever made to it: the updater only wants files to have addresses. */
const nowhere = 'https://release.invalid/';

/**
 * Where electron-updater learns of a release. Fails closed: metadata without the signature of a known key, of another
 * version than the one offered, or not above every version that ran here, is an {@link UpdateRefused}. What it hands
 * on is what this program has read itself; electron-updater's own parser sees none of the bytes.
 */
export class SignedProvider extends Provider<UpdateInfo> {
  readonly #source: SignedSource;
  #metadata: ReleaseMetadata | null = null;

  constructor(source: SignedSource, runtime: ProviderRuntimeOptions) {
    super(runtime);
    this.#source = source;
  }

  /** The file that an address of {@link resolveFiles} stands for. Throws for any other. */
  fileAt(url: URL): ReleaseFile {
    const file = this.#metadata?.files.find(({ name }) => url.href === `${nowhere}${name}`);
    if (file === undefined) throw new UpdateRefused('update/not-a-release');
    return file;
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const { feed, trust, highest, wanted, metadataName, isInstaller } = this.#source;
    const bytes = await feed.read(metadataName, metadataBytes);
    if (bytes === null) throw new UpdateRefused('update/not-for-this-machine');
    const signature = await feed.read(`${metadataName}.sig`, signatureBytes);
    const text = signature === null ? null : Buffer.from(signature).toString('utf8');
    const checked = checkRelease({ bytes, signature: text }, trust);
    if (!checked.ok) throw new UpdateRefused(checked.reason);
    const metadata = checked.value;
    if (metadata.version !== wanted) throw new UpdateRefused('update/mixed');
    if (!isNewerRelease(metadata.version, highest.get())) throw new UpdateRefused('update/older');
    const files = metadata.files.filter(({ name }) => isInstaller(name));
    if (files.length !== 1) throw new UpdateRefused('update/not-for-this-machine');
    this.#metadata = { ...metadata, files };
    return infoOf(this.#metadata);
  }

  override resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
    return files.map((info) => ({ url: new URL(info.url, nowhere), info }));
  }
}

function infoOf({ version, files, releasedAt }: ReleaseMetadata): UpdateInfo {
  const [first] = files;
  return {
    version,
    files: files.map(({ name, sha512, bytes }) => ({
      url: name,
      sha512,
      size: bytes,
      // The installer is one for the whole machine: it asks for the rights that it needs.
      isAdminRightsRequired: true,
    })),
    path: first?.name ?? '',
    sha512: first?.sha512 ?? '',
    releaseDate: releasedAt,
  };
}
