import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { checkImport, zoneOf, type Complaint } from './check-import.ts';
import { readSource } from './read-source.ts';

const areas = ['src', 'e2e', 'bench', 'build', 'resources'];
const sourceExtensions = ['.ts', '.tsx', '.mts', '.mjs'];

/** Names of files and folders where things without an owner gather. */
const drawers =
  /^(?:.+[-.])?(?:utils?|helpers?|common|misc|managers?|constants|types|interfaces|data2)(?:\.[a-z.]+)?$/;

/** Every source file of the repository, as paths from its root with forward slashes. */
export function listSources(root: string): string[] {
  return areas.flatMap((area) => listFolder(root, area));
}

function listFolder(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listFolder(root, path);
    return sourceExtensions.includes(extname(entry.name)) ? [path] : [];
  });
}

/** Judges the text of one file: its imports, and in pure zones its reads of the clock. */
export function checkSource(file: string, text: string): Complaint[] {
  const { specifiers, readsClock } = readSource(file, text);
  const complaints = specifiers.flatMap((specifier) => checkImport(file, specifier) ?? []);
  const zone = zoneOf(file);
  if (readsClock && zone?.pure === true && !file.endsWith('.test.ts')) {
    complaints.push({
      file,
      zone: zone.folder,
      what: 'reads the clock by `new Date()`',
      reason: zone.reason,
    });
  }
  return complaints;
}

/** Judges the name of one file of src/: no barrels, no drawers. */
export function checkName(file: string): Complaint | undefined {
  if (!file.startsWith('src/')) return undefined;
  if (/^index\.[a-z]+$/.test(basename(file))) {
    const reason = 'No barrels: a file is named after what it exports.';
    return { file, zone: 'everywhere', what: 'is a barrel', reason };
  }
  if (!file.split('/').some((part) => drawers.test(part))) return undefined;
  const reason = 'A drawer grows without an owner: name it after the one thing that it holds.';
  return { file, zone: 'everywhere', what: 'has the name of a drawer', reason };
}

/** Judges every source file below the root. */
export function checkSources(root: string): Complaint[] {
  return listSources(root).flatMap((file) => {
    const name = checkName(file);
    return [...(name ? [name] : []), ...checkSource(file, readFileSync(join(root, file), 'utf8'))];
  });
}
