/** An invariant of the design does not hold: what the simulation exists to find. */
export class Violation extends Error {
  override readonly name = 'Violation';
  /** The invariant, as the design numbers it: "INV-1". */
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`[${rule}] ${what}`);
    this.rule = rule;
  }
}

/** Throws a {@link Violation} of `rule` unless `condition` holds. */
export function holds(condition: unknown, rule: string, what: () => string): asserts condition {
  if (!condition) throw new Violation(rule, what());
}
