/** The outcome of an operation that may be refused: a value, or a reason that is part of the contract. */
export type Result<Value, Reason> = Ok<Value> | Refused<Reason>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<Reason> {
  readonly ok: false;
  readonly reason: Reason;
}

/** Wraps a value as a success. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** Wraps a reason as an expected refusal. */
export function refused<Reason>(reason: Reason): Refused<Reason> {
  return { ok: false, reason };
}
