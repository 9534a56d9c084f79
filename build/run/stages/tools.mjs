import { installDebian, isDebianRoot } from '../debian.mjs';
import { onPath } from '../on-path.mjs';
import { say } from '../repository.mjs';
import { howItEnded } from './stage.mjs';

/**
 * The independent programs that tests hold the product against, or that the product uses where they are: the program
 * that is looked for in the path, and the packages of Debian that bring it.
 *
 * @type {ReadonlyMap<string, string[]>}
 */
export const testTools = new Map([
  ['7zz', ['7zip']],
  ['desktop-file-validate', ['desktop-file-utils']],
  ['faketime', ['faketime']],
  ['makensis', ['nsis']],
  ['mksquashfs', ['squashfs-tools']],
  ['mutool', ['mupdf-tools']],
  ['pdftotext', ['poppler-utils']],
  ['qpdf', ['qpdf']],
  ['tesseract', ['tesseract-ocr', 'tesseract-ocr-vie']],
  ['unzip', ['unzip']],
  ['wine', ['wine', 'wine64']],
  ['xmllint', ['libxml2-utils']],
  [
    'soffice',
    [
      'libreoffice-writer-nogui',
      'libreoffice-calc-nogui',
      'libreoffice-impress-nogui',
      'fonts-liberation2',
      'fonts-crosextra-carlito',
      'fonts-crosextra-caladea',
    ],
  ],
]);

/**
 * Programs of the table that are not in the path.
 *
 * @param {string} [path] as in the environment
 */
export function missingTools(path = process.env.PATH ?? '') {
  return [...testTools.keys()].filter((program) => onPath(program, path) === undefined);
}

/**
 * Brings the programs that tests need, where packages may be installed. Elsewhere, and with NGHISU_NO_INSTALL set,
 * nothing is installed: each test that lacks its program is skipped and says so.
 *
 * @type {import('./stage.mjs').Stage}
 */
export const tools = {
  name: 'tools',
  limitMinutes: 20,
  async run({ children }) {
    const missing = missingTools();
    /** @type {string[]} */
    const notes = [];
    if (missing.length > 0 && isDebianRoot() && process.env.NGHISU_NO_INSTALL === undefined) {
      say(
        `Đang cài các chương trình để kiểm thử · Installing programs for the tests: ${missing.join(', ')}…`,
      );
      const ended = await installDebian(
        children,
        missing.flatMap((program) => testTools.get(program) ?? []),
      );
      if (ended.code !== 0) notes.push(`apt-get install: ${howItEnded(ended)}: ${lastLine(ended.output)}`);
    }
    const lacking = missingTools();
    if (lacking.length > 0)
      notes.push(`not on this machine: ${lacking.join(', ')}; what needs them is skipped`);
    return { passed: 0, failed: [], skipped: [], notes };
  },
};

/** @param {string} text */
function lastLine(text) {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
