import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { keptPackages, zones, type Zone } from './zones.ts';

/** One import that the zones refuse. */
export interface Complaint {
  readonly file: string;
  /** The folder of the zone that refuses, or 'everywhere'. */
  readonly zone: string;
  readonly what: string;
  readonly reason: string;
}

/** Packages for tests alone. */
const testPackages = ['vitest', 'fast-check', 'fake-indexeddb'];

/** The zone of a file, by its path from the root of the repository with forward slashes. */
export function zoneOf(file: string): Zone | undefined {
  return zones
    .filter((zone) => isWithin(file, zone.folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

/**
 * Judges one import.
 *
 * @param file path of the importing file from the root of the repository, with forward slashes
 * @param specifier what stands in quotes
 * @returns why it is refused, or undefined when it may stand
 */
export function checkImport(file: string, specifier: string): Complaint | undefined {
  const zone = zoneOf(file);
  if (zone === undefined) return undefined;
  const reason = specifier.startsWith('.')
    ? refuseRelative(zone, file, specifier)
    : refusePackage(zone, file, specifier);
  if (reason === undefined) return undefined;
  return { file, what: `imports '${specifier}'`, ...reason };
}

type Refused = { readonly zone: string; readonly reason: string } | undefined;

function refuseRelative(zone: Zone, file: string, specifier: string): Refused {
  const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const always = refuseAnywhere(file, target);
  if (always !== undefined) return { zone: 'everywhere', reason: always };
  if (isStory(file) && isWithin(target, 'src/renderer/gallery')) return undefined;
  if (zone.apart && isWithin(target, zone.folder)) {
    return island(zone, file) === island(zone, target) ? undefined : refusal(zone);
  }
  return zone.mayImport.some((folder) => isWithin(target, folder)) ? undefined : refusal(zone);
}

function refuseAnywhere(file: string, target: string): string | undefined {
  const name = posix.basename(target);
  if (isTest(target))
    return 'A test is imported by nobody: what two tests need is a fixture with its own name.';
  if (/^index\.[a-z]+$/.test(name)) return 'No barrels: they hide cycles and dead code, and slow every test.';
  if (posix.extname(name) === '')
    return 'Relative imports carry their extension: Node runs the sources as they are.';
  if (isStory(target) && !isWithin(file, 'src/renderer/gallery'))
    return 'A story is shown by the gallery alone.';
  return undefined;
}

function refusePackage(zone: Zone, file: string, specifier: string): Refused {
  if (isBuiltin(specifier)) {
    return zone.node || isTest(file) ? undefined : refusal(zone);
  }
  const name = packageName(specifier);
  if (isTest(file) && testPackages.includes(name)) return undefined;
  const kept = keptPackages[name];
  if (kept !== undefined && !kept.in.some((folder) => isWithin(file, folder))) {
    return { zone: zone.folder, reason: kept.reason };
  }
  if (zone.packages === 'any' || zone.packages.includes(name)) return undefined;
  return refusal(zone);
}

function refusal(zone: Zone): Refused {
  return { zone: zone.folder, reason: zone.reason };
}

/** The folder directly below the zone that holds a file, for example `votes` of `src/renderer/features`. */
function island(zone: Zone, path: string): string | undefined {
  return path.slice(zone.folder.length + 1).split('/')[0];
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

function isStory(path: string): boolean {
  return path.endsWith('.stories.tsx');
}
