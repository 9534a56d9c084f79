import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ReadSource, SourceName } from '../../shared/policy/policy-source.ts';
import { brokenFile, mostFileBytes, readSettingsFile } from '../../shared/policy/read-settings-file.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';

/** A settings file and who may have written it. */
export interface SettingsFile {
  readonly name: SourceName;
  readonly where: string;
  /**
   * The user who must own the file and its folder, with nobody else able to write either; null where that is not asked
   * (a person's own file) or the system has no such owners (Windows, where the folder's rights come from the installer).
   */
  readonly owner: number | null;
}

/** Reads a settings file; one that is not there names nothing, everything else that hinders is a fault. */
export async function readSettings({ name, where, owner }: SettingsFile): Promise<ReadSource> {
  const source = { name, where };
  try {
    await using handle = await open(where, constants.O_RDONLY | constants.O_NONBLOCK);
    const facts = await handle.stat();
    if (!facts.isFile()) return brokenFile(source, 'policy/unreadable', noFile);
    if (facts.size > mostFileBytes) return readSettingsFile(source, new Uint8Array(facts.size), () => null);
    const unsafe = owner === null ? null : whyUnsafe(facts, await stat(dirname(where)), owner);
    if (unsafe !== null) return brokenFile(source, 'policy/unsafe', unsafe);
    return readSettingsFile(source, await handle.readFile(), decodeUtf8);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ...source, entries: new Map(), faults: [] };
    return brokenFile(source, 'policy/unreadable', cannotRead(code));
  }
}

/** Text of UTF-8 bytes, the mark at their beginning kept; null for bytes that are none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const writableByOthers = 0o022;

function whyUnsafe(file: Stats, folder: Stats, owner: number): Sentence | null {
  if (file.uid !== owner) return notOwned(file.uid, owner);
  if ((file.mode & writableByOthers) !== 0)
    return {
      vi: 'nhóm hoặc mọi người ghi được tệp này; chạy: chmod 644 với tệp',
      en: 'its group or everybody can write this file; run chmod 644 on it',
    };
  if (folder.uid !== owner || (folder.mode & writableByOthers) !== 0)
    return {
      vi: 'người khác ghi được thư mục chứa tệp; thư mục phải thuộc root và có quyền 755',
      en: 'others can write its folder, which must belong to root with mode 755',
    };
  return null;
}

function notOwned(uid: number, owner: number): Sentence {
  return {
    vi: `tệp thuộc về người dùng số ${uid}, phải thuộc về số ${owner}${owner === 0 ? ' (root)' : ''}`,
    en: `the file belongs to user ${uid}, not to ${owner}${owner === 0 ? ' (root)' : ''}`,
  };
}

function cannotRead(code: string): Sentence {
  return { vi: `không mở được tệp (${code})`, en: `the file cannot be opened (${code})` };
}

const noFile: Sentence = {
  vi: 'ở đây có một thư mục hoặc thứ khác, không phải tệp',
  en: 'a folder or something else is here, not a file',
};
