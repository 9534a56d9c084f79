import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UpdateRefusalCode } from '../../shared/refusals/update-refusals.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { checkRelease, signatureBytes, type ReleaseTrust } from '../../shared/update/check-release.ts';
import {
  metadataBytes,
  metadataName,
  type ReleaseFile,
  type ReleaseMetadata,
} from '../../shared/update/release-metadata.ts';

/** A release in a folder, its metadata believed, its files not yet looked at beyond their lengths. */
export interface FoundRelease {
  readonly folder: string;
  readonly version: string;
  /** The metadata files by name. */
  readonly parts: ReadonlyMap<string, ReleaseMetadata>;
  /** Every file that some part promises, once. */
  readonly files: readonly ReleaseFile[];
}

/**
 * Finds the release in a folder or on a stick. All of its parts have to be signed and of one version, and each file has
 * to have its length; the bytes are compared when they are copied.
 */
export async function readRelease(
  folder: string,
  trust: ReleaseTrust,
): Promise<Result<FoundRelease, UpdateRefusalCode>> {
  const names = await readdir(folder).catch(() => []);
  const wanted = names.filter((name) => metadataName.test(name)).toSorted();
  if (wanted.length === 0) return refused('update/not-a-release');
  const parts = new Map<string, ReleaseMetadata>();
  for (const name of wanted) {
    // A refused part makes the whole refused, so there is nothing to gain by reading them all at once.
    // oxlint-disable-next-line no-await-in-loop
    const part = await readPart(join(folder, name), trust);
    if (!part.ok) return part;
    parts.set(name, part.value);
  }
  const [first, ...others] = parts.values();
  if (first === undefined) return refused('update/not-a-release');
  if (others.some(({ version }) => version !== first.version)) return refused('update/mixed');
  const files = mergeFiles([...parts.values()]);
  if (files === null) return refused('update/mixed');
  const lengths = await Promise.all(files.map(({ name }) => lengthOf(join(folder, name))));
  if (files.some(({ bytes }, at) => lengths[at] !== bytes)) return refused('update/incomplete');
  return ok({ folder, version: first.version, parts, files });
}

async function readPart(
  file: string,
  trust: ReleaseTrust,
): Promise<Result<ReleaseMetadata, UpdateRefusalCode>> {
  const bytes = await readSmall(file, metadataBytes);
  if (bytes === null) return refused('update/not-a-release');
  const signature = await readSmall(`${file}.sig`, signatureBytes);
  return checkRelease({ bytes, signature: signature?.toString('utf8') ?? null }, trust);
}

/** The bytes of a small file; null when it is not there or is larger than it may be. */
async function readSmall(file: string, most: number): Promise<Buffer | null> {
  try {
    await using handle = await open(file, 'r');
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(most + 1), 0, most + 1, 0);
    return bytesRead > most ? null : buffer.subarray(0, bytesRead);
  } catch {
    return null;
  }
}

/** One entry per name; null when two parts promise different bytes under one name. */
function mergeFiles(parts: readonly ReleaseMetadata[]): readonly ReleaseFile[] | null {
  const byName = new Map<string, ReleaseFile>();
  for (const file of parts.flatMap(({ files }) => files)) {
    const known = byName.get(file.name);
    if (known !== undefined && known.sha512 !== file.sha512) return null;
    byName.set(file.name, file);
  }
  return [...byName.values()];
}

async function lengthOf(file: string): Promise<number | null> {
  const facts = await stat(file).catch(() => null);
  return facts?.isFile() === true ? facts.size : null;
}
