import { posix, win32 } from 'node:path';

/** Where a machine keeps its settings. */
export interface PolicyPlaces {
  /** Group policy: only Windows has a registry. */
  readonly hasRegistry: boolean;
  /** What IT fixes; only administrators may write it. */
  readonly policyFile: string;
  /** What the installer wrote. */
  readonly machineFile: string;
}

/**
 * The places of a platform. `programData` is the folder of that name on Windows. With `folder` both files lie there: for
 * tests, and for a program that is run from its sources.
 */
export function policyPlaces(
  platform: NodeJS.Platform,
  programData: string | undefined,
  folder: string | null = null,
): PolicyPlaces {
  const { join } = platform === 'win32' ? win32 : posix;
  const base = folder ?? baseOf(platform, programData);
  return {
    hasRegistry: platform === 'win32',
    policyFile: join(base, 'policy.json'),
    machineFile: join(base, 'settings.json'),
  };
}

function baseOf(platform: NodeJS.Platform, programData: string | undefined): string {
  if (platform === 'win32') return win32.join(programData ?? 'C:\\ProgramData', 'NghiSu');
  return platform === 'darwin' ? '/Library/Application Support/NghiSu' : '/etc/nghisu';
}
