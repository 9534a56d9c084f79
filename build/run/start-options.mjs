import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from './repository.mjs';

/**
 * @typedef {object} StartOptions
 * @property {string | undefined} documents folder of real PDFs to make a meeting from; undefined means the sample
 * @property {string} data folder of the room's store
 * @property {number} port
 * @property {boolean} open whether windows are opened
 */

export const startUsage = `npm start -- [--documents <folder>] [--data <folder>] [--port <n>] [--no-open]

  --documents   tạo phiên họp từ một thư mục PDF · makes a meeting from a folder of PDFs
  --data        thư mục dữ liệu, mặc định .data · folder of the room's data, .data unless given
  --port        cổng của máy chủ, mặc định 4860 · port of the hub, 4860 unless given
  --no-open     không mở cửa sổ · opens no windows`;

/** An option that cannot be used; the message is for the person who typed it. */
export class BadOption extends Error {
  /** @override */
  name = 'BadOption';
}

/**
 * Reads the options of `npm start`.
 *
 * @param {string[]} args
 * @param {string} [folder] what relative folders are relative to: where the person typed the command
 * @returns {StartOptions | 'help'}
 * @throws {BadOption} in both languages
 */
export function readStartOptions(args, folder = process.env.INIT_CWD ?? process.cwd()) {
  const values = parse(args);
  if (values.help === true) return 'help';
  return {
    documents: values.documents === undefined ? undefined : existingFolder(resolve(folder, values.documents)),
    data: values.data === undefined ? inRoot('.data') : dataFolder(resolve(folder, values.data)),
    port: values.port === undefined ? 4860 : portNumber(values.port),
    open: values['no-open'] !== true,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        documents: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadOption(`Tùy chọn không hợp lệ · bad option: ${why}`);
  }
}

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new BadOption(
    `--port phải là số từ 0 đến 65535, không phải "${text}" · --port takes a number from 0 to 65535, not "${text}"`,
  );
}

/** @param {string} path */
function existingFolder(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
  throw new BadOption(`Không có thư mục tài liệu ${path} · there is no folder of documents ${path}`);
}

/** @param {string} path */
function dataFolder(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== false) return path;
  throw new BadOption(`--data không phải là thư mục: ${path} · --data is not a folder: ${path}`);
}
