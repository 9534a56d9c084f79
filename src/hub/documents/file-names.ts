/**
 * Names of files and folders as people give them, made into order and titles:
 * "02_bao-cao…", "ND1 - Kinh tế", "49-2026-ND-CP.signed.pdf", in NFC or (from macOS) NFD.
 */

const byName = new Intl.Collator('vi', { numeric: true, sensitivity: 'base' });

/** Natural order: "2. …" before "10. …", case and form of accents ignored; total, so that every machine agrees. */
export function compareNames(a: string, b: string): number {
  const left = a.normalize('NFC');
  const right = b.normalize('NFC');
  if (left === right) return 0;
  return byName.compare(left, right) || (left < right ? -1 : 1);
}

/** True for what systems and editors leave behind and nobody means: dot files, lock files, thumbnails. */
export function isHiddenName(name: string): boolean {
  return /^(\.|~\$|__MACOSX$)|^(thumbs\.db|desktop\.ini)$/i.test(name);
}

/** The title of an agenda item from its folder's name: its number goes, for the agenda numbers by itself. */
export function titleOfFolder(name: string): string {
  return tidyName(name);
}

/** The title of a document from its file name. A leading document number ("45-TTr-TU") stays. */
export function titleOfFile(fileName: string): string {
  return tidyName(withoutEnding(fileName.normalize('NFC')));
}

/** Drops the extension, the mark of signing tools and the counters of copies. */
function withoutEnding(name: string): string {
  return name
    .replace(/\.(pdf|docx|xlsx|pptx|odt|ods|odp|rtf|png|jpe?g|webp)$/iu, '')
    .replace(/(?:[\s._-]+\(?|\()signed\)?$/iu, '')
    .replace(/\s*(\(\d{1,2}\)|[-–]\s*(copy|bản sao))$/iu, '');
}

function tidyName(name: string): string {
  const whole = name.normalize('NFC').trim();
  const text = isDocumentNumber(whole) ? whole : withoutNumber(whole);
  const spaced = text.replace(/_+/g, ' ').replace(/\s+[-–]\s+/g, ' – ');
  const words = /\s/.test(whole) || isDocumentNumber(whole) ? spaced : spaced.replace(/-+/g, ' ');
  const title = words.replace(/\s+/g, ' ').trim();
  return startWithCapital(title || whole);
}

/** The number and type symbol with which an office registers a paper, as file names write it: no slash. */
function isDocumentNumber(name: string): boolean {
  return /^\d{1,5}-(\d{4}-)?(nq|qđ|qd|ct|kl|qc|hd|tb|bc|kh|ctr|ttr|cv|bb|nđ|nd|tt|gm)(cp|ttg|tu|ub|[-.\s_]|$)/iu.test(
    name,
  );
}

/** "02 - X", "3) X", "ND1 X" and "1.2 X" lose their number; "9 tháng đầu năm" and "07.10.2026 X" keep it. */
function withoutNumber(name: string): string {
  const parts =
    /^(?<word>nội dung|noi dung|nd|mục|muc)?\s*(?<number>\d{1,3}(?:\.\d{1,2})*)(?<mark>\s*[.)\]:_–—-]+\s*|\s+)(?=\D)(?<rest>.+)$/iu.exec(
      name,
    )?.groups;
  if (!parts) return name;
  const { word, number = '', mark = '', rest = name } = parts;
  const isOrdinal = word !== undefined || mark.trim() !== '' || /^0|\./.test(number);
  return isOrdinal ? rest : name;
}

function startWithCapital(title: string): string {
  if (title !== title.toLowerCase()) return title;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * The name of a file in NFC, without the path that some senders put before it and without signs that no name has.
 * A slash in a name itself, as macOS allows, becomes a dash.
 */
export function bareFileName(name: string): string {
  const whole = name.normalize('NFC').replace(/\p{Cc}/gu, '');
  const isPath = /^([a-z]:|\.{0,2})[/\\]/iu.test(whole);
  const parts = whole.split(/[/\\]/).map((part) => part.trim());
  const kept = parts.filter((part) => part !== '' && !/^\.+$/.test(part));
  return (isPath ? kept.at(-1) : kept.join('-')) || 'tai-lieu';
}
