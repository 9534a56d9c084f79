/**
 * Fields that a line of a log may show outside this machine. Everything else is left out: a field that somebody adds
 * later is private until it is listed here.
 */
const shownFields = new Set(
  [
    'level time event version type reason code message stack fault exitCode state kind',
    'surface seat window subject from kiosk awayMs waitMs silentMs reloadsInMs change count wish rows restarts',
    'ms bytes port protocol epoch seq status attempt attempts outcome isSealed tools elapsedMs',
  ].flatMap((names) => names.split(' ')),
);

const longest = 600;

/**
 * One line of a log as support may see it: the fields that may be shown, and of their texts what cannot be about people
 * or papers. Null for a line that is none of ours.
 */
export function redactLine(line: string, home: string): string | null {
  const fields = fieldsOf(line);
  if (fields === null || typeof fields['event'] !== 'string') return null;
  const shown = Object.entries(fields).map(([name, value]) => [
    name,
    shownFields.has(name) ? shownOf(value, home) : '…',
  ]);
  return JSON.stringify(Object.fromEntries(shown));
}

function fieldsOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

function shownOf(value: unknown, home: string): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return typeof value === 'string' ? redactText(value, home) : '…';
}

/** Leaves out quotations, words of Vietnamese, secrets by their look, and whose machine it is. */
export function redactText(text: string, home: string): string {
  return text
    .slice(0, longest)
    .replaceAll(home === '' ? '\0' : home, '~')
    .replace(/([\\/](?:home|Users)[\\/])[^\\/:\s]+/g, '$1…')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '…')
    .replace(/[\w+/=-]*[A-Za-z0-9+/=_-]{24,}[\w+/=-]*/g, (word) => (isPlain(word) ? word : '…'))
    .replace(/(?<![\d.:T-])\d{4,}(?![\d.:-])/g, '…')
    .replace(/\S*\P{ASCII}\S*/gu, '…');
}

/** Paths and names in code are long words too; secrets have digits among their letters, or no lower case. */
function isPlain(word: string): boolean {
  return /^[A-Za-z/_-]+$/.test(word) && /[a-z]/.test(word);
}
