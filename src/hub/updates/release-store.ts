import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation, KeptRelease } from '../../shared/protocol/updates.ts';
import type { UpdateRefusalCode } from '../../shared/refusals/update-refusals.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import type { ReleaseFile } from '../../shared/update/release-metadata.ts';
import { compareReleaseVersions, parseReleaseVersion } from '../../shared/update/release-version.ts';
import { syncFolderLater } from '../store/durable-file.ts';
import { readRelease, type FoundRelease } from './read-release.ts';

/**
 * The releases that a hub keeps, each in a folder named after its version below `folder`. What lies there has been
 * checked when it was taken in, and its metadata is checked again whenever it is read: a disk is no proof.
 */
export interface ReleaseStore {
  /** Takes a release in from a folder or a stick; one that is here already is left as it is. */
  take(from: string): Promise<Result<KeptRelease, UpdateRefusalCode>>;
  /** Newest first; what is no longer whole is left out. */
  list(): Promise<readonly KeptRelease[]>;
  has(version: string): boolean;
  /** Opens a file of a release for reading: one that its metadata promises, a metadata file, or a signature. */
  openFile(version: string, name: string): Promise<FileHandle | null>;
}

/** Older releases than so many are deleted when a new one is taken in. */
const keptReleases = 3;

const pieceBytes = 1024 * 1024;
const servedName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;

/** Opens the store at `<data folder>/updates`; the folder is made with the first release. */
export function createReleaseStore(folder: string, trust: ReleaseTrust): ReleaseStore {
  const placeOf = (version: string): string => join(folder, version);
  const has = (version: string): boolean =>
    parseReleaseVersion(version) !== null && existsSync(placeOf(version));
  const list = async (): Promise<readonly KeptRelease[]> => {
    const names = await readdir(folder).catch(() => []);
    const versions = names.filter((name) => parseReleaseVersion(name) !== null);
    const found = await Promise.all(versions.map((version) => readRelease(placeOf(version), trust)));
    return found.flatMap((one) => (one.ok ? [describe(one.value)] : [])).toSorted(newestFirst);
  };
  return {
    has,
    list,
    async take(from) {
      const found = await readRelease(from, trust);
      if (!found.ok) return found;
      const place = placeOf(found.value.version);
      if (!(await readRelease(place, trust)).ok) {
        const copied = await copyRelease(found.value, place);
        if (!copied.ok) return copied;
        await forgetOld(folder, await list());
      }
      return ok(describe(found.value));
    },
    async openFile(version, name) {
      if (!has(version) || !servedName.test(name)) return null;
      return open(join(placeOf(version), name), constants.O_RDONLY).catch(() => null);
    },
  };
}

/** Copies beside its place, comparing every byte with what was promised, and moves it there when all of it is on disk. */
async function copyRelease(
  { folder, files, parts }: FoundRelease,
  place: string,
): Promise<Result<null, UpdateRefusalCode>> {
  const beside = `${place}.new`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true, mode: 0o700 });
  const small = [...parts.keys()].flatMap((name) => [name, `${name}.sig`]);
  const wanted: readonly (ReleaseFile | { readonly name: string })[] = [
    ...files,
    ...small.map((name) => ({ name })),
  ];
  for (const file of wanted) {
    // A stick is read fastest from one place at a time.
    // oxlint-disable-next-line no-await-in-loop
    const sha512 = await copyFile(join(folder, file.name), join(beside, file.name));
    if ('sha512' in file && file.sha512 !== sha512) {
      // oxlint-disable-next-line no-await-in-loop
      await rm(beside, { recursive: true, force: true });
      return refused('update/damaged');
    }
  }
  await syncFolderLater(beside);
  await rm(place, { recursive: true, force: true });
  await rename(beside, place);
  await syncFolderLater(join(place, '..'));
  return ok(null);
}

/** Copies durably; returns the SHA-512 of what was written, base 64. */
async function copyFile(from: string, to: string): Promise<string> {
  const digest = createHash('sha512');
  await using source = await open(from, 'r');
  await using target = await open(to, 'wx', 0o600);
  const piece = Buffer.alloc(pieceBytes);
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const { bytesRead } = await source.read(piece, 0, pieceBytes);
    if (bytesRead === 0) break;
    digest.update(piece.subarray(0, bytesRead));
    // oxlint-disable-next-line no-await-in-loop
    await target.write(piece.subarray(0, bytesRead));
  }
  await target.sync();
  return digest.digest('base64');
}

async function forgetOld(folder: string, releases: readonly KeptRelease[]): Promise<void> {
  const old = releases.slice(keptReleases);
  await Promise.all(old.map(({ version }) => rm(join(folder, version), { recursive: true, force: true })));
}

function describe({ version, files, parts }: FoundRelease): KeptRelease {
  const described = [...parts.values()];
  return {
    version,
    releasedAt: described[0]?.releasedAt ?? '',
    notes: described.map(({ notes }) => notes).find((notes) => notes !== '') ?? '',
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    installations: installationsIn(files),
  };
}

const endings: readonly (readonly [Installation, string])[] = [
  ['windows', '.exe'],
  ['deb', '.deb'],
  ['appimage', '.AppImage'],
];

function installationsIn(files: readonly ReleaseFile[]): Installation[] {
  return endings
    .filter(([, ending]) => files.some(({ name }) => name.endsWith(ending)))
    .map(([kind]) => kind);
}

function newestFirst(a: KeptRelease, b: KeptRelease): number {
  const [left, right] = [parseReleaseVersion(a.version), parseReleaseVersion(b.version)];
  return left === null || right === null ? 0 : compareReleaseVersions(right, left);
}
