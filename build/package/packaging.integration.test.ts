import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../run/repository.mjs';
import { packagesOfMain } from './app-files.mjs';
import { packStandIn, type CheckedBuild } from './testing/check-packages.mjs';
import { fuseSentinel, standInMark } from './testing/stand-in-electron.mjs';

/*
 * The packaging, around a stand-in of Electron: configuration and contents are proven, not that an installer runs
 * (of that for Windows see windows-settings).
 * docs/release.md names what has to be tried on real machines.
 */

const builder = createRequire(inRoot('node_modules', 'app-builder-lib', 'package.json'));
const asar: {
  listPackage(file: string, options: object): string[];
  extractFile(file: string, name: string): Buffer;
} = builder('@electron/asar');
const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const isBuilt =
  existsSync(inRoot('out', 'main', 'main.js')) && existsSync(inRoot('out', 'renderer', 'index.html'));
const has = (command: string): boolean => spawnSync('which', [command]).status === 0;
const slowly = 300_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packaging-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The value of the fuses in a binary: one sign each, from the first on. */
function fusesOf(file: string): string {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(fuseSentinel, 0, 'latin1') + fuseSentinel.length;
  return bytes.toString('latin1', at + 2, at + 2 + (bytes[at + 1] ?? 0));
}

/** RunAsNode off, cookies encrypted, NODE_OPTIONS off, inspect off, integrity on, only from the archive, … as declared. */
const declaredFuses = '01001100';

function contentsOf(archive: string): string[] {
  return asar.listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));
}

function checkArchive(archive: string): void {
  const contents = contentsOf(archive);
  expect([...new Set(contents.map((name) => String(name.split('/')[0])))].toSorted()).toEqual([
    'node_modules',
    'out',
    'package.json',
  ]);
  expect(contents.filter((name) => /^out\/[^/]+$/.test(name)).toSorted()).toEqual([
    'out/main',
    'out/preload',
    'out/renderer',
  ]);
  const packages = new Set(
    contents.flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/@][^/]*)/.exec(name)?.[1] ?? []),
  );
  const wanted = packagesOfMain()
    .filter((name) => existsSync(inRoot(name)))
    .map((name) => name.split('node_modules/')[1] ?? '');
  expect([...packages].toSorted()).toEqual(
    [...new Set(wanted.map((name) => name.replace(/\/$/, '')))].toSorted(),
  );
  for (const sentinel of [
    'out/main/main.js',
    'out/main/pin-thread.js',
    'out/renderer/index.html',
    'node_modules/electron-updater/package.json',
  ]) {
    expect(contents).toContain(sentinel);
  }
  const unwanted =
    /\.map$|\.tsx?$|\.test\.|(^|\/)(?:e2e|bench|docs|tests?|__tests__|testing)(\/|$)|tsbuildinfo|playwright|vitest|node_modules\/(?:electron|react|rxdb|typescript)\//;
  expect(contents.filter((name) => unwanted.test(name))).toEqual([]);
}

const linuxReason = !isBuilt
  ? 'out/ is not built'
  : has('dpkg-deb') && process.platform === 'linux'
    ? ''
    : 'there is no dpkg-deb';

describe.skipIf(linuxReason !== '')(
  `packages for Linux${linuxReason && ` (skipped: ${linuxReason})`}`,
  () => {
    let packed: CheckedBuild;
    let unpacked: string;
    const deb = `NghiSu-${version}-linux-amd64.deb`;

    beforeAll(async () => {
      packed = await packStandIn(folder, 'linux', {
        targets: ['mksquashfs', 'desktop-file-validate'].every(has) ? ['deb', 'AppImage'] : ['deb'],
      });
      unpacked = join(packed.release, 'linux-unpacked');
    }, slowly);

    it('are built', () => {
      expect(packed.output).not.toContain('⨯');
      expect(packed.code).toBe(0);
      expect(existsSync(join(unpacked, standInMark)), 'a stand-in is marked as one').toBe(true);
    });

    it('have in the archive exactly what the windows and the main process need', () => {
      checkArchive(join(unpacked, 'resources', 'app.asar'));
      const manifest = JSON.parse(
        asar.extractFile(join(unpacked, 'resources', 'app.asar'), 'package.json').toString(),
      );
      expect(manifest).toMatchObject({
        version,
        productName: 'NghiSu',
        desktopName: 'nghi-su.desktop',
        main: 'out/main/main.js',
      });
      expect(manifest).not.toHaveProperty('scripts');
    });

    it('have the fuses as declared, read from the program', () => {
      expect(fusesOf(join(unpacked, 'nghi-su')).slice(0, 8)).toBe(declaredFuses);
    });

    it('say of themselves what Debian wants to know', () => {
      const control = execFileSync('dpkg-deb', ['--field', join(packed.release, deb)], { encoding: 'utf8' });
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(control)?.[1];
      expect({
        name: field('Package'),
        version: field('Version'),
        architecture: field('Architecture'),
        section: field('Section'),
      }).toEqual({
        name: 'nghi-su',
        version,
        architecture: 'amd64',
        section: 'misc',
      });
      expect(field('Depends')).toContain('libgtk-3-0');
      expect(Number(field('Installed-Size'))).toBeGreaterThan(50_000);
    });

    it('bring the hub, its service, its command and an entry of the menu, and nothing outside the places for it', () => {
      const listed = execFileSync('dpkg-deb', ['--contents', join(packed.release, deb)], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      const files = listed
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/).slice(5).join(' ').replace(/^\./, ''));
      for (const file of [
        '/opt/NghiSu/nghi-su',
        '/opt/NghiSu/LICENSE',
        '/opt/NghiSu/resources/hub/src/hub/start/main.js',
        '/usr/lib/systemd/system/nghisu-hub.service',
        '/usr/bin/nghisu-hub',
        '/usr/share/applications/nghi-su.desktop',
        '/usr/share/icons/hicolor/256x256/apps/nghi-su.png',
      ]) {
        expect(files).toContain(file);
      }
      const outside = files.filter((file) => !/^\/(?:$|opt\/|usr\/(?:$|bin\/|lib\/|share\/))/.test(file));
      expect(outside).toEqual([]);
      const writable = listed.split('\n').filter((line) => /^-.{4}w|^-.{7}w|^-..s/.test(line));
      expect(writable).toEqual([]);
    });

    it('name the user, the folders and the service in the scripts of the package', () => {
      const control = join(folder, 'control');
      execFileSync('dpkg-deb', ['--control', join(packed.release, deb), control]);
      const [install, remove] = ['postinst', 'postrm'].map((name) =>
        readFileSync(join(control, name), 'utf8'),
      );
      expect(install).toContain("'/opt/NghiSu/chrome-sandbox'");
      expect(install).toMatch(/useradd --system .* nghisu/);
      expect(install).toContain('/etc/nghisu');
      expect(remove).toContain('purge');
      expect(`${install}${remove}`).not.toContain('${');
      for (const name of ['postinst', 'postrm'])
        expect(spawnSync('bash', ['-n', join(control, name)]).status).toBe(0);
    });

    it('produce metadata that the updater’s own reader takes', async () => {
      const text = readFileSync(join(packed.release, 'latest-linux.yml'), 'utf8');
      const bytes = readFileSync(join(packed.release, deb));
      expect(text).toContain(`version: ${version}`);
      expect(text).toContain(createHash('sha512').update(bytes).digest('base64'));
      expect(text).toMatch(new RegExp(`- url: ${deb}\\n {4}sha512: .+\\n {4}size: ${bytes.length}`));
    });

    it('start a hub out of the package, with a sample meeting, on nothing but Node', async () => {
      const hub = join(unpacked, 'resources', 'hub');
      const main = join(hub, 'src', 'hub', 'start', 'main.js');
      const child = spawn(
        process.execPath,
        [main, 'run', '--data', join(folder, 'room'), '--port', '0', '--sample'],
        {
          cwd: folder,
          env: { PATH: '/usr/bin:/bin', NGHISU_TOOLS: 'none' },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      try {
        const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
        const ready: { hub: string; meetingId: string | null } = JSON.parse(String(value));
        expect(ready.meetingId).not.toBeNull();
        const health: unknown = await (await fetch(`${ready.hub}/health`)).json();
        expect(health).toMatchObject({ version });
        const page = await fetch(`${ready.hub}/seat/A01`);
        expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<!doctype html>')]);
      } finally {
        child.kill('SIGTERM');
      }
    }, 60_000);

    it('keep tests, tools and types out of the hub', () => {
      const hub = join(unpacked, 'resources', 'hub');
      const names = readdirSync(hub, { recursive: true, encoding: 'utf8' });
      const unwanted = names.filter(
        (name) =>
          /\.test\.|\.tsx?$|\.map$|(^|\/)testing\//.test(name) || /^src\/hub\/(audit|simulation)/.test(name),
      );
      expect(unwanted).toEqual([]);
      expect(readdirSync(hub).toSorted()).toEqual([
        'LICENSE',
        'node_modules',
        'out',
        'package.json',
        'resources',
        'src',
      ]);
      expect(
        names.some((name) => /node_modules\/(?:electron|react|vitest|typescript|playwright)/.test(name)),
      ).toBe(false);
    });

    it.skipIf(process.getuid?.() !== 0 || !has('unshare'))(
      'are installed, removed and purged in a system of their own (skipped without root)',
      () => {
        const script = join(folder, 'install.sh');
        writeFileSync(script, installScript(join(packed.release, deb)));
        const ran = spawnSync('unshare', ['--mount', '--pid', '--fork', 'bash', script], {
          encoding: 'utf8',
          timeout: 120_000,
        });
        expect(`${ran.stdout}${ran.stderr}`).toContain('removed and purged');
        expect(ran.status).toBe(0);
      },
      slowly,
    );

    /** Works on a layer over this system that is thrown away. */
    function installScript(file: string): string {
      return `set -eu
work=$(mktemp -d); mount -t tmpfs tmpfs "$work"
mkdir "$work/upper" "$work/work" "$work/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/upper,workdir=$work/work" "$work/root"
mkdir -p "$work/root/package"; cp ${JSON.stringify(file)} "$work/root/package/nghi-su.deb"
cat > "$work/root/package/inside.sh" <<'INSIDE'
set -eu
export DEBIAN_FRONTEND=noninteractive
dpkg --force-depends -i /package/nghi-su.deb
test -x /opt/NghiSu/nghi-su
test "$(readlink -f /usr/bin/nghi-su)" = /opt/NghiSu/nghi-su
/opt/NghiSu/nghi-su
getent passwd nghisu
test "$(stat -c '%U %a' /var/lib/nghisu)" = 'nghisu 700'
test "$(stat -c '%U %a' /etc/nghisu)" = 'root 755'
echo '{}' > /etc/nghisu/settings.json
dpkg --force-depends -r nghi-su
test ! -e /opt/NghiSu/nghi-su
test ! -e /usr/bin/nghi-su
test -e /etc/nghisu/settings.json
test -d /var/lib/nghisu
dpkg --purge nghi-su
test ! -e /etc/nghisu
test ! -e /var/lib/nghisu
! getent passwd nghisu
echo removed and purged
INSIDE
chroot "$work/root" /bin/bash /package/inside.sh
`;
    }
  },
);

const windowsReason = !isBuilt
  ? 'out/ is not built'
  : !has('makensis')
    ? 'there is no makensis'
    : has('7zz')
      ? ''
      : 'there is no 7zz';

describe.skipIf(windowsReason !== '')(
  `the installer for Windows${windowsReason && ` (skipped: ${windowsReason})`}`,
  () => {
    let packed: CheckedBuild;
    let unpacked: string;

    beforeAll(async () => {
      packed = await packStandIn(folder, 'win32', { targets: ['nsis'] });
      unpacked = join(packed.release, 'win-unpacked');
    }, slowly);

    it('compiles with every warning an error', () => {
      expect(packed.output).not.toContain('⨯');
      expect(packed.code).toBe(0);
      expect(existsSync(join(packed.release, `NghiSu-${version}-win-x64.exe`))).toBe(true);
    });

    it('carries the same archive, with its digest in the program', () => {
      checkArchive(join(unpacked, 'resources', 'app.asar'));
      const program = readFileSync(join(unpacked, 'NghiSu.exe'));
      expect(program.includes(Buffer.from('ELECTRONASAR', 'utf16le'))).toBe(true);
      expect(program.includes(Buffer.from('Nghị Sự contributors', 'utf16le'))).toBe(true);
    });

    it('has the fuses as declared, read from the program', () => {
      expect(fusesOf(join(unpacked, 'NghiSu.exe')).slice(0, 8)).toBe(declaredFuses);
    });

    it('is named in metadata with its length, which the hub insists on, and asks for an administrator', () => {
      const name = `NghiSu-${version}-win-x64.exe`;
      const bytes = readFileSync(join(packed.release, name));
      const text = readFileSync(join(packed.release, 'latest.yml'), 'utf8');
      const sha512 = createHash('sha512').update(bytes).digest('base64');
      expect(text).toContain(`  - url: ${name}\n    sha512: ${sha512}\n    size: ${bytes.length}\n`);
      expect(text).toContain('isAdminRightsRequired: true');
    });

    it('writes the room’s settings under the keys of the machine settings file', () => {
      const script = readFileSync(inRoot('build', 'package', 'windows', 'installer.nsh'), 'utf8');
      const schema = readdirSync(inRoot('src', 'shared', 'policy'))
        .filter((file) => file.endsWith('-settings.ts'))
        .map((file) => readFileSync(inRoot('src', 'shared', 'policy', file), 'utf8'))
        .join('\n');
      const keys = [...script.matchAll(/(?:Setting "[A-Z]+" |addSetting ')"([a-z]+\.[A-Za-z]+)"/g)].map(
        ([, key]) => String(key),
      );
      expect(keys.toSorted()).toEqual([
        'room.addresses',
        'room.authority',
        'room.pairingTicket',
        'terminal.kiosk',
        'terminal.startWithSystem',
        'terminal.surfaces',
      ]);
      for (const key of keys) expect(schema).toContain(`'${key}'`);
    });
  },
);

describe('the room server as a service', () => {
  it.skipIf(!has('systemd-analyze'))(
    'has a unit that systemd takes, and that locks it up (skipped without systemd)',
    () => {
      const unit = inRoot('build', 'package', 'linux', 'nghisu-hub.service');
      const verified = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
      const complaints = verified.stderr
        .split('\n')
        .filter((line) => line !== '' && !/is not executable/.test(line));
      expect(complaints).toEqual([]);
      const text = readFileSync(unit, 'utf8');
      for (const lock of [
        'User=nghisu',
        'ProtectSystem=strict',
        // Without it no backup could be written anywhere but beside the room itself.
        'ReadWritePaths=-/media -/mnt -/run/media -/srv -/var/backups\n',
        'NoNewPrivileges=yes',
        'CapabilityBoundingSet=\n',
        'PrivateDevices=yes',
        'SystemCallArchitectures=native',
      ]) {
        expect(text).toContain(lock);
      }
    },
  );

  it('in a container is nobody’s root, keeps data in a volume and tells its health', () => {
    const file = readFileSync(inRoot('build', 'package', 'container', 'Containerfile'), 'utf8');
    expect(file.match(/^FROM /gm)).toHaveLength(2);
    for (const line of [/^USER 10001:10001$/m, /^VOLUME \/var\/lib\/nghisu$/m, /^HEALTHCHECK /m])
      expect(file).toMatch(line);
    expect(file.lastIndexOf('USER 10001')).toBeGreaterThan(file.lastIndexOf('\nRUN '));
  });

  it('starts on Windows with the paths that the package has', () => {
    const service = readFileSync(inRoot('build', 'package', 'windows', 'nghisu-hub.xml'), 'utf8');
    expect(service).toContain('%BASE%\\..\\runtime\\node.exe');
    expect(service).toContain('%BASE%\\..\\src\\hub\\start\\main.js');
    expect(relative('service', join('src', 'hub', 'start', 'main.js'))).toBe('../src/hub/start/main.js');
  });
});
