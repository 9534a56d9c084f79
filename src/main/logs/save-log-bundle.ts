import { writeFile } from 'node:fs/promises';
import { freemem, homedir, release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { app, dialog, screen } from 'electron';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { faultFields, type AppLog } from './app-log.ts';
import { logBundle, type MachineFacts } from './export-log.ts';

/** The logs of this program, by name: its own, and that of a room it hosts. */
const logNames = ['app', 'hub'] as const;

/** Saves the log for support where the person says. Answers what is to be said about it. */
export async function saveLogBundle(log: AppLog): Promise<Sentence> {
  const day = new Date().toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), `nghi-su-nhat-ky-${day}.txt`),
  });
  if (canceled || filePath === '') return { vi: 'Chưa xuất nhật ký.', en: 'The log was not saved.' };
  try {
    await writeFile(filePath, await supportBundle());
  } catch (reason) {
    log.warn('log/not-exported', faultFields(reason));
    return { vi: 'Không ghi được tệp nhật ký vào chỗ đó.', en: 'The log cannot be saved there.' };
  }
  log.info('log/exported');
  return {
    vi: 'Đã xuất nhật ký; tệp không chứa nội dung cuộc họp.',
    en: 'The log is saved; it holds nothing of the meeting.',
  };
}

/** The text that support gets. */
export async function supportBundle(): Promise<string> {
  return logBundle({ folder: app.getPath('logs'), names: logNames, facts: machineFacts(), home: homedir() });
}

function machineFacts(): MachineFacts {
  const displays = screen.getAllDisplays().map(({ size }) => `${size.width}x${size.height}`);
  return {
    version: app.getVersion(),
    ...{ platform: process.platform, release: release(), arch: process.arch },
    ...{ electron: process.versions['electron'] ?? '', node: process.versions.node },
    memoryMb: Math.round(totalmem() / 1e6),
    freeMemoryMb: Math.round(freemem() / 1e6),
    uptimeMinutes: Math.round(uptime() / 60),
    displays: displays.join(' '),
  };
}
