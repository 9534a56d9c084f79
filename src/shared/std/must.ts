/** A bug in this program, never a consequence of input: it stops the unit that found it. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/** Throws a {@link Fault} with `message` unless `condition` holds. */
export function must(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Fault(message);
}

/** Returns `value`, or throws a {@link Fault} naming `what` when it is null or undefined. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Fault(`missing: ${what}`);
  return value;
}

/** Closes an exhaustive switch: the compiler proves it unreachable, and a corrupted value still fails loudly. */
export function unreachable(value: never): never {
  throw new Fault(`unreachable: ${JSON.stringify(value)}`);
}
