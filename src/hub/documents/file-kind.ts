/** What intake can make a document of. */
export interface FileKind {
  readonly family: 'pdf' | 'office' | 'picture';
  /** Also the ending that the converter goes by. */
  readonly name: 'pdf' | OfficeName | 'png' | 'jpeg' | 'webp';
  readonly mediaType: string;
}

export type OfficeName = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'rtf';

/** The kind that a file's first bytes show; `'locked'` for an office file with a password; null for all others. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => head[at] === sign);
  if (begins(0x89, 0x50, 0x4e, 0x47)) return picture('png');
  if (begins(0xff, 0xd8, 0xff)) return picture('jpeg');
  if (begins(0x52, 0x49, 0x46, 0x46) && head.toString('latin1', 8, 12) === 'WEBP') return picture('webp');
  if (head.toString('latin1', 0, 5) === '{\\rtf') return office('rtf');
  if (head.includes('%PDF-')) return { family: 'pdf', name: 'pdf', mediaType: 'application/pdf' };
  return null;
}

/** True for a ZIP archive, as which all newer office files come. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** True for the container of old office files, and of new ones that have a password. */
export function isOldContainer(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** The office kind of an archive by what lies in it; null for an archive of anything else. */
export function officeKind(entries: ReadonlySet<string>, declared: string | null): FileKind | null {
  const byMediaType = (Object.keys(officeTypes) as OfficeName[]).find(
    (name) => officeTypes[name] === declared,
  );
  if (byMediaType !== undefined) return office(byMediaType);
  if (entries.has('word/document.xml')) return office('docx');
  if (entries.has('xl/workbook.xml')) return office('xlsx');
  return entries.has('ppt/presentation.xml') ? office('pptx') : null;
}

const officeTypes: Readonly<Record<OfficeName, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
};

function office(name: OfficeName): FileKind {
  return { family: 'office', name, mediaType: officeTypes[name] };
}

function picture(name: 'png' | 'jpeg' | 'webp'): FileKind {
  return { family: 'picture', name, mediaType: `image/${name}` };
}
