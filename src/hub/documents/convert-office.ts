import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OfficeName } from './file-kind.ts';
import type { Tools } from './find-tools.ts';
import type { Refusal } from './pdf-reading.ts';
import { runTool, type ToolLimits } from './run-tool.ts';

/** What one conversion may cost; a report of 200 pages takes 5 to 15 s. */
export const conversionLimits: ToolLimits = { timeoutMs: 180_000, memoryMiB: 2048 };

export interface Conversion {
  /** The folder of this conversion alone; the file lies in it, and the PDF comes into it. */
  readonly folder: string;
  readonly file: string;
  readonly kind: OfficeName;
  readonly tools: Pick<Tools, 'office' | 'withoutNetwork'>;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ToolLimits;
}

/** The filter by which LibreOffice writes a PDF of each kind. */
const filters: Readonly<Record<OfficeName, string>> = {
  docx: 'writer_pdf_Export',
  odt: 'writer_pdf_Export',
  rtf: 'writer_pdf_Export',
  xlsx: 'calc_pdf_Export',
  ods: 'calc_pdf_Export',
  pptx: 'impress_pdf_Export',
  odp: 'impress_pdf_Export',
};

/**
 * Makes a PDF of an office file with LibreOffice: with a profile of its own, macros and links off, without a network
 * where the system allows it, within limits of time and memory.
 *
 * @returns the path of the PDF
 */
export async function convertOffice(
  conversion: Conversion,
): Promise<{ readonly ok: true; readonly pdf: string } | Refusal> {
  const { folder, file, kind, tools, signal, limits = conversionLimits } = conversion;
  if (tools.office === null) return { ok: false, code: 'document/no-converter' };
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  const outcome = await runTool({
    program: tools.office,
    args: [
      '--headless',
      '--invisible',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--nofirststartwizard',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--convert-to',
      `pdf:${filters[kind]}`,
      '--outdir',
      folder,
      file,
    ],
    folder,
    limits,
    signal,
    withoutNetwork: tools.withoutNetwork,
  });
  if (outcome.ended === 'late') return { ok: false, code: 'document/timeout' };
  if (outcome.ended === 'too-big') return { ok: false, code: 'document/bomb' };
  const pdf = file.replace(/\.\w+$/, '.pdf');
  const made = await stat(pdf).catch(() => null);
  // LibreOffice ends well too when it could not read the file.
  return made !== null && made.size > 0 ? { ok: true, pdf } : { ok: false, code: 'document/not-converted' };
}

interface Setting {
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** Nothing of a document runs, and nothing that it points to is fetched. */
const off: readonly Setting[] = [
  { path: 'Common/Security/Scripting', name: 'MacroSecurityLevel', value: '3' },
  { path: 'Common/Security/Scripting', name: 'DisableMacrosExecution', value: 'true' },
  { path: 'Common/Security/Scripting', name: 'DisableActiveContent', value: 'true' },
  { path: 'Common/Security/Scripting', name: 'BlockUntrustedRefererLinks', value: 'true' },
  { path: 'Writer/Content/Update', name: 'Link', value: '0' },
  { path: 'Calc/Content/Update', name: 'Link', value: '2' },
  { path: 'Common/Misc', name: 'FirstRun', value: 'false' },
];

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${off
  .map(
    ({ path, name, value }) =>
      `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;
