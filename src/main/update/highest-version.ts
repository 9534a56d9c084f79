import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isNewerRelease, parseReleaseVersion } from '../../shared/update/release-version.ts';
import { readIfThere, writeDurably } from '../disk/durable-file.ts';

/** The highest version that ever ran on this machine. It lies outside the program's folder, which an installer replaces. */
export interface HighestVersion {
  get(): string;
  /** Notes a version that ran or was installed; lower ones change nothing. */
  raise(version: string): Promise<void>;
}

const schema = z.strictObject({ version: z.string().refine((text) => parseReleaseVersion(text) !== null) });

/**
 * Opens `highest-version.json` in a folder and notes the version that runs now. A record that cannot be read counts as
 * none: whoever can spoil it can run any program here anyway.
 */
export async function openHighestVersion(folder: string, running: string): Promise<HighestVersion> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'highest-version.json');
  let highest = schema.safeParse(jsonOf(await readIfThere(file))).data?.version ?? '0.0.0';
  const raise = async (version: string): Promise<void> => {
    if (!isNewerRelease(version, highest)) return;
    await writeDurably(file, Buffer.from(`${JSON.stringify({ version })}\n`));
    highest = version;
  };
  await raise(running);
  return { get: () => highest, raise };
}

function jsonOf(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
