import { ensureBuilt } from './built.mjs';
import { Children, Stopped } from './children.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { startHub } from './hub-process.mjs';
import { ensureInstalled } from './install.mjs';
import { say } from './repository.mjs';
import { BadOption, readStartOptions, startUsage } from './start-options.mjs';
import { stopOnSignals } from './stop-signals.mjs';
import { firstAddresses, hasDisplay, openTerminals } from './windows.mjs';

/**
 * `npm start`: a working meeting room on this machine. Standard output carries one line of JSON when the room is
 * ready; everything for people goes to standard error.
 */
const children = new Children();

/** How long the room waits for Electron's download before it says that it is ready without windows. */
const downloadPatienceMs = 15_000;

/** Seats whose addresses are shown to a person; the line of JSON has them all. */
const seatsShown = 4;

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options === 'help') {
    say(startUsage);
  } else {
    stopOnSignals(children);
    await start(options);
  }
} catch (error) {
  if (!(error instanceof Stopped)) {
    say(error instanceof Error ? error.message : String(error));
    if (error instanceof BadOption) say(`\n${startUsage}`);
    await children.stop();
    process.exit(error instanceof BadOption ? 2 : 1);
  }
}

/** @param {import('./start-options.mjs').StartOptions} options */
async function start(options) {
  await ensureInstalled(children);
  const electron = options.open ? obtainElectron(children) : undefined;
  // Until it is waited for, a stop may end the download; that is not a fault.
  electron?.catch(() => {});
  await ensureBuilt(children);
  const hub = await startHub(children, options);
  void hub.ended.then(sayThatHubEnded);
  const opening = electron?.then((binary) => openWindows(binary, hub.ready.surfaces, options.data));
  opening?.catch(() => {});
  if (opening !== undefined) await atMost(downloadPatienceMs, opening);
  sayAddresses(hub.ready);
  process.stdout.write(`${JSON.stringify(hub.ready)}\n`);
}

/**
 * @param {string | undefined} electron
 * @param {import('./hub-process.mjs').HubReady['surfaces']} surfaces
 * @param {string} data
 */
function openWindows(electron, surfaces, data) {
  if (electron === undefined) {
    say(
      'Không tải được Electron nên không mở cửa sổ riêng; hãy dùng các địa chỉ trong trình duyệt bất kỳ · ' +
        'Electron could not be downloaded, so no windows are opened; use the addresses in any browser.',
    );
    return;
  }
  if (!hasDisplay()) {
    say(
      'Máy này không có màn hình nên không mở cửa sổ riêng; hãy dùng các địa chỉ trong trình duyệt bất kỳ · ' +
        'This machine has no display, so no windows are opened; use the addresses in any browser.',
    );
    return;
  }
  const terminals = openTerminals(children, electron, firstAddresses(surfaces), data);
  terminals.once('error', (error) => say(`Electron: ${error.message}`));
}

/** @param {import('./hub-process.mjs').HubReady} ready */
function sayAddresses({ hub, surfaces: { chair, clerk, screen, seats = {} }, pins, admin }) {
  const chairs = pins.find(({ roles }) => roles.includes('chair'));
  const clerks = pins.find(({ roles }) => roles.includes('clerk'));
  const rows = Object.entries(seats).map(([seat, address]) => {
    return { name: `Máy · seat ${seat}`, address, person: pins.find((pin) => pin.seat === seat) };
  });
  say(`\nPhòng họp đã sẵn sàng · the room is ready: ${hub}\n`);
  sayAddress({ name: 'Chủ trì · chair', address: chair, person: chairs });
  sayAddress({ name: 'Thư ký · clerk', address: clerk, person: clerks });
  sayAddress({ name: 'Màn hình · screen', address: screen });
  if (admin !== undefined) sayAdmin(admin);
  rows.slice(0, seatsShown).forEach(sayAddress);
  const more = rows.length - seatsShown;
  if (more > 0) {
    say(
      `  … còn ${more} máy, với mọi mã PIN, ở dòng JSON · ${more} more seats, with all PINs, in the line of JSON`,
    );
  }
  say('\nCtrl-C để dừng · Ctrl-C stops everything\n');
}

/** @param {{ name: string, address: string | undefined, person?: { name: string, pin: string } | undefined }} row */
function sayAddress({ name, address, person }) {
  if (address === undefined) return;
  say(`  ${name.padEnd(18)} ${address}${person === undefined ? '' : `   ${person.name}, PIN ${person.pin}`}`);
}

/** @param {{ address: string, password: string | null }} admin */
function sayAdmin({ address, password }) {
  const note =
    password === null
      ? 'mật khẩu quản trị đã đặt · the IT password that was set'
      : `mật khẩu · password ${password}`;
  say(`  ${'Quản trị · admin'.padEnd(18)} ${address}   ${note}`);
}

/** @param {string} how */
async function sayThatHubEnded(how) {
  // A stop that was asked of the whole process group may reach the hub a moment before it reaches this process.
  await atMost(300, new Promise(() => {}));
  if (children.isStopping) return;
  say(`Máy chủ phòng họp đã dừng · the hub has stopped (${how})`);
  await children.stop();
  process.exit(1);
}

/**
 * @param {number} ms
 * @param {Promise<unknown>} work
 */
async function atMost(ms, work) {
  let timer;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
