const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(letters, (letter, at) => [letter, at]));

/** Encodes bytes in base 64 with padding (RFC 4648); for code that runs where neither `Buffer` nor `btoa` is. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += letters.charAt(bits >> 18) + letters.charAt((bits >> 12) & 63);
    text += second === undefined ? '=' : letters.charAt((bits >> 6) & 63);
    text += third === undefined ? '=' : letters.charAt(bits & 63);
  }
  return text;
}

/** Decodes what {@link base64Of} has made; null for anything else. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = at >= text.length - padding ? 0 : values.get(text.charAt(at));
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    if (at % 4 !== 3) continue;
    const place = ((at - 3) / 4) * 3;
    bytes.set([bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, bytes.length - place), place);
  }
  return bytes;
}
