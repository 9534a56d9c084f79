const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Encodes the first `characters` × 5 bits of a lower-case hexadecimal string in Crockford base 32,
 * which leaves out the letters people misread (I, L, O, U).
 */
export function base32FromHex(hex: string, characters: number): string {
  let text = '';
  for (let at = 0; text.length < characters; at += 5) text += fourFrom(hex.slice(at, at + 5));
  return text.slice(0, characters);
}

/** Five hexadecimal digits are 20 bits, which are four letters. What is missing counts as zeros. */
function fourFrom(hex: string): string {
  const bits = Number.parseInt(hex.padEnd(5, '0'), 16);
  const first = digits.charAt(bits >> 15) + digits.charAt((bits >> 10) & 31);
  return first + digits.charAt((bits >> 5) & 31) + digits.charAt(bits & 31);
}

/** Reads back `hexDigits` digits of what {@link base32FromHex} has encoded; null for letters it does not write. */
export function hexFromBase32(text: string, hexDigits: number): string | null {
  let hex = '';
  let bits = 0;
  let waiting = 0;
  for (const letter of text) {
    const value = digits.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5) | value;
    waiting += 5;
    while (waiting >= 4) {
      waiting -= 4;
      hex += ((bits >> waiting) & 15).toString(16);
    }
    bits &= (1 << waiting) - 1;
  }
  return hex.length < hexDigits ? null : hex.slice(0, hexDigits);
}

/** The eight characters that people compare, read from a hash: "4K7Q-M2XD". */
export function checkCode(hex: string): string {
  const text = base32FromHex(hex, 8);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
