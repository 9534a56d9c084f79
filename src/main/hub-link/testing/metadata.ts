/**
 * The certificate library looks for the parameter types of classes that have none, by an extension of `Reflect` that no
 * engine has; without it, it does not load. Imported before the library.
 */
Object.assign(Reflect, {
  getMetadata: () => undefined,
  getOwnMetadata: () => undefined,
  defineMetadata: () => undefined,
});
