#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Makes a Debian package with dpkg-deb, for the options with which electron-builder calls fpm; so a Debian machine builds
 * one without fetching anything. electron-builder finds it by CUSTOM_FPM_PATH.
 */

/**
 * @typedef {object} Wish
 * @property {Map<string, string>} one options that come once
 * @property {string[]} depends
 * @property {string[]} recommends
 * @property {{ from: string, to: string }[]} files
 */

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  makeDeb(readWish(process.argv.slice(2)));
}

/**
 * Reads fpm's command line as far as electron-builder uses it. Options that change nothing here are passed over; a target
 * other than `deb` is an error.
 *
 * @param {string[]} args
 * @returns {Wish}
 */
export function readWish(args) {
  /** @type {Wish} */
  const wish = { one: new Map(), depends: [], recommends: [], files: [] };
  const switches = new Set(['--force', '--debug', '--verbose']);
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at] ?? '';
    if (switches.has(name)) continue;
    if (!name.startsWith('-')) {
      const middle = name.lastIndexOf('=');
      wish.files.push({ from: name.slice(0, middle), to: name.slice(middle + 1) });
      continue;
    }
    at += 1;
    const value = args[at] ?? '';
    if (name === '-d' || name === '--depends') wish.depends.push(value);
    else if (name === '--deb-recommends') wish.recommends.push(value);
    else wish.one.set(name, value);
  }
  if (wish.one.get('-t') !== 'deb') throw new Error(`make-deb makes no ${wish.one.get('-t')}`);
  return wish;
}

/**
 * The control file of a package.
 *
 * @param {Wish} wish
 * @param {number} kilobytes that it takes when installed
 */
export function controlOf({ one, depends, recommends }, kilobytes) {
  const [synopsis = '', ...more] = (one.get('--description') ?? '').split('\n');
  const description = more.map((line) => ` ${line.trim() === '' ? '.' : line.trim()}`);
  const fields = [
    ['Package', one.get('--name')],
    ['Version', one.get('--version')],
    ['Architecture', one.get('--architecture')],
    ['Maintainer', one.get('--maintainer')],
    ['Vendor', one.get('--vendor')],
    ['License', one.get('--license')],
    ['Homepage', one.get('--url')],
    ['Section', one.get('--category')],
    ['Priority', one.get('--deb-priority')],
    ['Installed-Size', String(kilobytes)],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Description', synopsis || one.get('--name')],
  ].filter(([, value]) => value !== undefined && value !== '');
  return `${[...fields.map(([name, value]) => `${name}: ${value}`), ...description].join('\n')}\n`;
}

/** @param {Wish} wish */
function makeDeb(wish) {
  const root = mkdtempSync(join(tmpdir(), 'make-deb-'));
  try {
    for (const { from, to } of wish.files) place(from, join(root, to));
    execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
    const kilobytes = Number(execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t')[0]);
    const control = join(root, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(join(control, 'control'), controlOf(wish, kilobytes));
    for (const [option, name] of [
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ]) {
      const script = wish.one.get(String(option));
      if (script === undefined) continue;
      copyFileSync(script, join(control, String(name)));
      chmodSync(join(control, String(name)), 0o755);
    }
    const compression = process.env.NGHISU_DEB_COMPRESSION ?? wish.one.get('--deb-compression') ?? 'xz';
    const how = ['--root-owner-group', `-Z${compression}`, ...(compression === 'xz' ? ['-z1'] : [])];
    execFileSync('dpkg-deb', [...how, '--build', root, wish.one.get('--package') ?? '.'], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A folder goes with what is in it, a file under its new name; links stay links. @param {string} from @param {string} to */
function place(from, to) {
  if (from.endsWith('/')) {
    mkdirSync(to, { recursive: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
