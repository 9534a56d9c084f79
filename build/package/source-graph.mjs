import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../run/repository.mjs';

const importOf = /(?:\bfrom|\bimport\(?)\s*'([^']+)'/g;
const addressOf = /new URL\('(\.{1,2}\/[^']+)', import\.meta\.url\)/g;

/**
 * What a program is made of: every source file that can be reached from its entries, by imports or by the address of a
 * worker or a child, and the packages that they name. Types leave no trace at run time and are passed over.
 *
 * @param {string[]} entries from the root of the repository
 * @returns {{ files: string[], packages: string[] }} both sorted
 */
export function reachableFrom(entries) {
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {Set<string>} */
  const packages = new Set();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.ts')) continue;
    const names = namesIn(readFileSync(join(root, file), 'utf8'));
    for (const name of names.filter((one) => one.startsWith('.'))) {
      const target = relative(root, join(root, dirname(file), name)).replaceAll('\\', '/');
      if (/\.(ts|json)$/.test(target) && existsSync(join(root, target))) waiting.push(target);
    }
    for (const name of names) if (!/^(?:\.|node:)/.test(name)) packages.add(packageOf(name));
  }
  return { files: [...files].toSorted(), packages: [...packages].toSorted() };
}

/** @param {string} text */
function namesIn(text) {
  const withoutTypes = text.replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  return [...withoutTypes.matchAll(importOf), ...withoutTypes.matchAll(addressOf)].map(
    ([, name = '']) => name,
  );
}

/** @param {string} specifier */
function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
