import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runTool } from './run-tool.ts';

/** What the room server can do with the programs that are installed beside it. */
export interface Tools {
  /** LibreOffice; null where there is none: then PDF and pictures are taken, and nothing else. */
  readonly office: string | null;
  /** Reading of scans; null where Tesseract, its Vietnamese or pdftoppm is missing. */
  readonly ocr: { readonly tesseract: string; readonly pdftoppm: string } | null;
  /** What to put before a program so that it has no network; empty where the system does not let us. */
  readonly withoutNetwork: readonly string[];
}

/** A hub without any of them. */
export const noTools: Tools = { office: null, ocr: null, withoutNetwork: [] };

/** Places where LibreOffice is installed without being in the path. */
const officePlaces = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];
const limits = { timeoutMs: 10_000, memoryMiB: 512 };

/** Looks for the programs in the path and the usual places, and asks those that say what they can. */
export async function findTools(path: string = process.env['PATH'] ?? ''): Promise<Tools> {
  const office = inPath('soffice', path) ?? officePlaces.find((place) => existsSync(place)) ?? null;
  const tesseract = inPath('tesseract', path);
  const pdftoppm = inPath('pdftoppm', path);
  const folder = await mkdtemp(join(tmpdir(), 'nghisu-tools-'));
  const says = async (program: string, ...args: string[]): Promise<string> => {
    const run = await runTool({ program, args, folder, limits, withoutNetwork: [] });
    return run.ended === 'well' ? run.output : '';
  };
  try {
    const readsVietnamese = tesseract !== null && /^vie$/m.test(await says(tesseract, '--list-langs'));
    const unshare = inPath('unshare', path);
    const withoutNetwork = unshare === null ? [] : [unshare, '--map-root-user', '--net', '--'];
    const isCutOff =
      unshare !== null && (await says(unshare, ...withoutNetwork.slice(1), 'echo', 'yes')).startsWith('yes');
    return {
      office,
      ocr: readsVietnamese && pdftoppm !== null ? { tesseract, pdftoppm } : null,
      withoutNetwork: isCutOff ? withoutNetwork : [],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was found, for the log. */
export function describeTools({ office, ocr, withoutNetwork }: Tools): string {
  return [
    `LibreOffice: ${office === null ? 'not installed' : 'found'}`,
    `Tesseract with Vietnamese: ${ocr === null ? 'not installed' : 'found'}`,
    `network of tools: ${withoutNetwork.length === 0 ? 'as it is' : 'cut off'}`,
  ].join('; ');
}

function inPath(name: string, path: string): string | null {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const places = path.split(delimiter).map((folder) => join(folder, file));
  return places.find((place) => existsSync(place)) ?? null;
}
