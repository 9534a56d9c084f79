/** Names that Windows keeps for devices, whatever ending follows them. */
const deviceNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const longest = 100;

/**
 * A name for a file or folder that every system takes: composed (NFC), without slashes and what Windows refuses, not
 * ending in a dot or a space, not too long, never empty.
 *
 * @param ending with its dot, kept whole; empty for a folder
 */
export function safeFileName(name: string, ending = ''): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*\uFFFD]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const short = shorten(plain, longest - ending.length).replace(/[. ]+$/, '');
  const stem = short.replace(/^\.+/, '') || 'tai-lieu';
  return `${deviceNames.test(stem) ? `-${stem}` : stem}${ending}`;
}

/** Cuts between words where there are any, never inside a letter that takes two units. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const piece = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  const space = piece.lastIndexOf(' ');
  return space > length / 2 && text[piece.length] !== ' ' ? piece.slice(0, space) : piece;
}
