import { parseReleaseVersion } from './release-version.ts';

/** A file of a release, as its signed metadata promises it. */
export interface ReleaseFile {
  readonly name: string;
  readonly bytes: number;
  /** Base 64. */
  readonly sha512: string;
}

/** What one `latest*.yml` says of a release. */
export interface ReleaseMetadata {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
  /** When it was made, ISO 8601; for people to read, nothing is decided by it. */
  readonly releasedAt: string;
  /** What has changed, plain text; empty when nothing was written. */
  readonly notes: string;
}

/** Larger metadata is not looked at. */
export const metadataBytes = 64 * 1024;

/** A metadata file: that of Windows, and that of Linux by architecture. */
export const metadataName = /^latest(?:-linux(?:-arm64)?)?\.yml$/;

const digest = /^[A-Za-z0-9+/]{86}==$/;
const mostFileBytes = 4 * 1024 * 1024 * 1024;

/**
 * Reads a `latest*.yml` as electron-builder writes it; null for anything else. Only this shape is understood, so that
 * no two readers of the same signed bytes can disagree: scalars, the list `files`, and notes as a block of lines.
 * Keys that are not known are passed over. Files have to be named after the product and this very version.
 */
export function parseReleaseMetadata(text: string): ReleaseMetadata | null {
  const top = readTop(text.replaceAll('\r\n', '\n').split('\n'));
  if (top === null) return null;
  const version = top.scalars.get('version') ?? '';
  const files = top.files.map(fileOf).filter((file) => file !== null);
  const isNamed = files.every(({ name }) => name.startsWith(`NghiSu-${version}-`));
  if (parseReleaseVersion(version) === null || !isNamed) return null;
  if (files.length === 0 || files.length !== top.files.length) return null;
  if (new Set(files.map(({ name }) => name)).size !== files.length) return null;
  return {
    version,
    files,
    releasedAt: top.scalars.get('releaseDate') ?? '',
    notes: (top.scalars.get('releaseNotes') ?? '') + top.notes.join('\n').trim(),
  };
}

interface Top {
  readonly scalars: Map<string, string>;
  readonly files: Map<string, string>[];
  readonly notes: string[];
}

type Within = 'nothing' | 'files' | 'notes';

function readTop(lines: readonly string[]): Top | null {
  const top: Top = { scalars: new Map(), files: [], notes: [] };
  let within: Within = 'nothing';
  for (const line of lines) {
    if (within === 'notes' && (line === '' || line.startsWith('  '))) {
      top.notes.push(line.slice(2));
      continue;
    }
    if (line === '') continue;
    const indented = /^ {2}(- | {2})([a-zA-Z0-9]+): (.+)$/.exec(line);
    if (indented !== null) {
      if (within !== 'files' || !putInFile(top.files, indented)) return null;
      continue;
    }
    const [, key, value] = /^([a-zA-Z0-9]+):(?: (.+))?$/.exec(line) ?? [];
    if (key === undefined || top.scalars.has(key)) return null;
    within = withinOf(key, value);
    const scalar = within === 'nothing' ? scalarOf(value) : '';
    if (scalar === null) return null;
    top.scalars.set(key, scalar);
  }
  return top;
}

function withinOf(key: string, value: string | undefined): Within {
  if (key === 'files' && value === undefined) return 'files';
  return key === 'releaseNotes' && /^\|[-+]?$/.test(value ?? '') ? 'notes' : 'nothing';
}

function putInFile(files: Map<string, string>[], [, mark, key = '', value]: RegExpExecArray): boolean {
  if (mark === '- ') files.push(new Map());
  const file = files.at(-1);
  const scalar = scalarOf(value);
  if (file === undefined || file.has(key) || scalar === null) return false;
  file.set(key, scalar);
  return true;
}

/** Plain text or text in single quotes; null for every other thing that YAML knows. */
function scalarOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value.startsWith("'")) {
    return /^'(?:[^']|'')*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : null;
  }
  return /^[\p{L}\p{N}/][^#:]*$/u.test(value) ? value : null;
}

function fileOf(entry: Map<string, string>): ReleaseFile | null {
  const [name = '', sha512 = '', size = ''] = [entry.get('url'), entry.get('sha512'), entry.get('size')];
  const isFile = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(name) && digest.test(sha512);
  const bytes = /^[1-9]\d{0,11}$/.test(size) ? Number(size) : 0;
  return isFile && bytes > 0 && bytes <= mostFileBytes ? { name, bytes, sha512 } : null;
}
