import { join } from 'node:path';
import { app, powerMonitor, powerSaveBlocker, safeStorage } from 'electron';
import { registerRequests } from '../bridge/register-requests.ts';
import { hostRoom } from '../hub-host/host-room.ts';
import { openMachineKey } from '../keys/machine-key.ts';
import { PairingDesk } from '../pairing/pairing-desk.ts';
import { startingLook } from '../policy/starting-look.ts';
import { stayAwake } from '../power/stay-awake.ts';
import { pairedOpening, pairNext, turnedOut } from './open-terminals.ts';
import { RoomWindows } from './room-windows.ts';
import type { Ground, Shell } from './shell.ts';

/** Opens what this machine keeps; no terminal is opened yet. Rejects when disk or keyring refuse. */
export async function openShell(ground: Ground): Promise<Shell> {
  const { options, log, built, gate, kiosk, mayPrint, notices, places, prints } = ground;
  const folder = app.getPath('userData');
  const { key, isSealed } = await openMachineKey({
    folder: join(folder, 'keys'),
    keyring: safeStorage,
    platform: process.platform,
  });
  if (!isSealed) log.warn('keys/unsealed');
  const windows = new RoomWindows({
    folder: join(folder, 'terminals'),
    machineKey: key,
    preloadFolder: join(built, 'preload'),
    pinThread: join(built, 'main', 'pin-thread.js'),
    isKiosk: options.kiosk,
    look: startingLook(ground.policy),
    devTools: !app.isPackaged && !options.kiosk,
    about: {
      version: app.getVersion(),
      lastError: () => log.lastError(),
      isOnBattery: () => powerMonitor.isOnBatteryPower(),
    },
    ...{ kiosk, mayPrint, notices, places, prints, log },
    onRevoked: (revoked) => turnedOut(shell, revoked),
  });
  const pairing = new PairingDesk({
    ...{ folder: join(folder, 'terminals'), machineKey: key, gate, log },
    preload: join(built, 'preload', 'pairing.cjs'),
    isKiosk: options.kiosk,
    hold: (window) => kiosk.hold(window, 'pairing'),
    onPaired: (paired) => windows.open(pairedOpening(shell, paired)),
    onSettled: (paired) => pairNext(shell, paired),
  });
  registerRequests({ ...gate, windowOf: (id) => windows.windowOf(id) });
  stayAwake({ blocker: powerSaveBlocker, meetingIsOpen: windows.meetingIsOpen, log });
  const shell: Shell = {
    ...ground,
    hostRoom: (args) => hostRoom(ground, folder, args),
    ...{ folder, machineKey: key, windows, pairing, meetingIsOpen: windows.meetingIsOpen },
  };
  return shell;
}
