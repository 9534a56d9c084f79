import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
);

// A registry that lacks the binaries of other systems leaves holes in the lock, and then `npm ci` fails for everybody.
it('locks the optional packages of every system, so that npm ci works on each', () => {
  const paths = Object.keys(lock.packages);
  const missing = Object.values(lock.packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

it('names no registry, so that everybody installs from their own', () => {
  expect(Object.values(lock.packages).filter((entry) => 'resolved' in entry)).toEqual([]);
});
