/** Stops a subscription or a timer; calling it twice is harmless. */
export type Stop = () => void;

/** A value that can be read now and watched; the smallest common denominator of stores, bridges and links. */
export interface Watchable<Value> {
  /** The value now. */
  get(): Value;
  /** Calls `listener` after every change, not with the present value. */
  subscribe(listener: (value: Value) => void): Stop;
}

/** A {@link Watchable} whose owner may set it. Setting the identical value (`Object.is`) tells nobody. */
export interface Signal<Value> extends Watchable<Value> {
  set(value: Value): void;
}

/** Creates a signal holding `initial`. */
export function createSignal<Value>(initial: Value): Signal<Value> {
  let value = initial;
  const changes = createChannel<Value>();
  return {
    get: () => value,
    subscribe: changes.subscribe,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      changes.emit(next);
    },
  };
}

/** A stream of events without a present value. */
export interface Channel<Event> {
  emit(event: Event): void;
  subscribe(listener: (event: Event) => void): Stop;
}

/** Creates a channel; a listener added or removed during an emission takes effect from the next one. */
export function createChannel<Event>(): Channel<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      const own = (event: Event): void => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
