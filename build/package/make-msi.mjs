import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/*
 * An MSI for software distribution by group policy, made with Debian's wixl of the unpacked program. It takes no settings:
 * where programs come by group policy, settings do too (the ADMX template). It writes no file of its own, so that nothing
 * is left behind or overwritten.
 */

/**
 * The source of an MSI, in the words of WiX 3 as far as wixl knows them.
 *
 * @param {string} folder the unpacked program
 * @param {{ version: string, upgradeCode: string }} facts
 */
export function wixSource(folder, { version, upgradeCode }) {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">',
    ` <Product Id="*" Name="Nghi Su" Language="1066" Codepage="1258" Version="${version.split('-')[0]}" Manufacturer="Nghi Su contributors" UpgradeCode="${upgradeCode}">`,
    '  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>',
    '  <MajorUpgrade DowngradeErrorMessage="Da cai ban moi hon. A newer version is installed."/>',
    '  <MediaTemplate EmbedCab="yes"/>',
    '  <Directory Id="TARGETDIR" Name="SourceDir"><Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="NghiSu">',
  ];
  /** @type {string[]} */
  const components = [];
  addFolder(folder, { root: folder, lines, components });
  lines.push('  </Directory></Directory></Directory>', '  <Feature Id="program" Level="1">');
  for (const id of components) lines.push(`   <ComponentRef Id="${id}"/>`);
  lines.push('  </Feature>', ' </Product>', '</Wix>', '');
  return lines.join('\n');
}

/**
 * @param {string} folder
 * @param {{ root: string, lines: string[], components: string[] }} into
 */
function addFolder(folder, { root, lines, components }) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const id = `i${createHash('sha256').update(relative(root, path)).digest('hex').slice(0, 32)}`;
    if (entry.isDirectory()) {
      lines.push(`   <Directory Id="d${id}" Name="${xml(entry.name)}">`);
      addFolder(path, { root, lines, components });
      lines.push('   </Directory>');
      continue;
    }
    components.push(`c${id}`);
    lines.push(
      `   <Component Id="c${id}" Guid="${guidOf(relative(root, path))}" Win64="yes"><File Id="f${id}" KeyPath="yes" Name="${xml(entry.name)}" Source="${xml(path)}"/></Component>`,
    );
  }
}

/** The same component keeps its name from version to version. @param {string} path */
function guidOf(path) {
  const hex = createHash('sha256').update(`vn.nghisu.client/${path}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param {string} text */
function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
