/**
 * The part of the `Reflect` metadata proposal that the container inside `@peculiar/x509` asks for when it is loaded;
 * without it that package throws. Imported for its effect, before the package. To be removed when the package no longer
 * depends on `tsyringe`.
 */
interface Metadata {
  getMetadata(key: unknown, target: object): unknown;
  getOwnMetadata(key: unknown, target: object): unknown;
  defineMetadata(key: unknown, value: unknown, target: object): void;
}

function createMetadata(): Metadata {
  const kept = new WeakMap<object, Map<unknown, unknown>>();
  const own = (key: unknown, target: object): unknown => kept.get(target)?.get(key);
  const inherited = (key: unknown, target: object | null): unknown =>
    target === null ? undefined : (own(key, target) ?? inherited(key, Reflect.getPrototypeOf(target)));
  return {
    getMetadata: inherited,
    getOwnMetadata: own,
    defineMetadata(key, value, target) {
      const values = kept.get(target) ?? new Map<unknown, unknown>();
      kept.set(target, values.set(key, value));
    },
  };
}

if (!('getMetadata' in Reflect)) Object.assign(Reflect, createMetadata());
