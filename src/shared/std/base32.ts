const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Encodes the first `characters` × 5 bits of a lower-case hexadecimal string in Crockford base 32,
 * which leaves out the letters people misread (I, L, O, U).
 */
export function base32FromHex(hex: string, characters: number): string {
  let bits = '';
  for (const digit of hex) {
    bits += Number.parseInt(digit, 16).toString(2).padStart(4, '0');
    if (bits.length >= characters * 5) break;
  }
  let text = '';
  for (let at = 0; at < characters; at += 1) {
    text += digits[Number.parseInt(bits.slice(at * 5, at * 5 + 5).padEnd(5, '0'), 2)];
  }
  return text;
}

/** The eight characters that people compare, read from a hash: "4K7Q-M2XD". */
export function checkCode(hex: string): string {
  const text = base32FromHex(hex, 8);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
