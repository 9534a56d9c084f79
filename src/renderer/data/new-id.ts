/**
 * A random id, sixteen bytes in hexadecimal, for something that this terminal makes; `randomUUID` is not there in a page that was loaded
 * without encryption.
 */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
