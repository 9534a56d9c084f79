/** What a press on the pad or a key on the keyboard does to the digits entered so far. */
export type PinKey = { readonly digit: string } | 'erase' | 'clear';

/** The next digits; presses beyond `length` and anything that is not one digit change nothing. */
export function pressPinKey(entered: string, key: PinKey, length: number): string {
  if (key === 'clear') return '';
  if (key === 'erase') return entered.slice(0, -1);
  return /^\d$/.test(key.digit) && entered.length < length ? entered + key.digit : entered;
}

/** The digits of what was typed or pasted, at most `length` of them. */
export function readPin(typed: string, length: number): string {
  return typed.replace(/\D/g, '').slice(0, length);
}
