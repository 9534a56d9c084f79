import { readFileSync } from 'node:fs';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import { parseReleaseKeys, releaseKeys } from '../../shared/update/release-keys.ts';
import { verifySignature } from './verify-signature.ts';

/** What this program believes: releases of the keys that it was made with. */
export const builtInTrust: ReleaseTrust = { keys: releaseKeys, verify: verifySignature };

/**
 * The trust of this process: the program's own, or for a trial the keys in the file that NGHISU_RELEASE_KEYS names. It is
 * the hub's alone: a terminal believes nothing but the keys that it was made with.
 */
export function trustOfProcess(file = process.env['NGHISU_RELEASE_KEYS']): Result<ReleaseTrust, Sentence> {
  if (file === undefined) return ok(builtInTrust);
  const keys = parseReleaseKeys(readJson(file));
  if (keys !== null) return ok({ ...builtInTrust, keys });
  return refused({
    vi: `Không đọc được khoá phát hành trong ${file} (NGHISU_RELEASE_KEYS).`,
    en: `No release keys can be read from ${file} (NGHISU_RELEASE_KEYS).`,
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
