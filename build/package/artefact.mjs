import { say } from '../run/repository.mjs';

/** Something that this machine lacks, so that an artefact cannot be built here; no fault of the sources. */
export class NotHere extends Error {
  /** @override */
  name = 'NotHere';
}

/**
 * @typedef {object} Artefact
 * @property {string} name as it is told
 * @property {() => Promise<string[]>} build resolves with the names of the files; throws {@link NotHere} where it cannot be
 */

/**
 * Builds what can be built, and says one line for each artefact: built, or not built and why.
 *
 * @param {Artefact[]} artefacts
 * @returns {Promise<boolean>} false when something failed that could have been built
 */
export async function buildAll(artefacts) {
  let isWell = true;
  /** @type {string[]} */
  const lines = [];
  for (const { name, build } of artefacts) {
    say(`… ${name}`);
    try {
      // One after the other: each keeps the whole machine busy, and some use what an earlier one left.
      // oxlint-disable-next-line no-await-in-loop
      const files = await build();
      lines.push(`  có · built       ${name}: ${files.join(', ')}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (error instanceof NotHere) lines.push(`  không · not built ${name}: ${why}`);
      else {
        isWell = false;
        lines.push(`  HỎNG · FAILED    ${name}: ${why}`);
      }
    }
  }
  say(`\nĐóng gói · packages, release/:\n${lines.join('\n')}`);
  return isWell;
}
