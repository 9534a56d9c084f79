import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { refused } from '../../shared/std/result.ts';
import { createReleaseStore } from '../updates/release-store.ts';
import { trustOfProcess } from '../updates/release-trust.ts';
import { done, readCommandLine, wrong, type HubCommand } from './hub-command.ts';

/** Takes a release into the room, from a folder or a stick. The hub may run: it sees the release at once. */
export const importUpdateCommand: HubCommand = {
  word: 'import-update',
  summary: {
    vi: 'Nhận một bản cập nhật từ thư mục hoặc USB vào máy chủ',
    en: 'Take an update into the hub, from a folder or a stick',
  },
  usage: '<folder> --data <folder>',
  options: {
    data: { type: 'string', value: '<thư mục>', vi: 'Thư mục dữ liệu của phòng', en: 'The data folder' },
  },
  async run(args, console) {
    const line = readCommandLine(this, args, 1);
    if (!line.ok) return line;
    const [from] = line.value.words;
    const data = line.value.text('data');
    if (from === undefined || data === null) {
      return refused(wrong(this, 'thiếu thư mục hoặc --data', 'the folder or --data is missing'));
    }
    if (!existsSync(join(data, 'log.sqlite'))) return refused(noRoom(data));
    const trust = trustOfProcess();
    if (!trust.ok) return trust;
    const taken = await createReleaseStore(join(data, 'updates'), trust.value).take(resolve(from));
    if (!taken.ok) return refused(refusalTable[taken.reason]);
    const { version, bytes, installations } = taken.value;
    console.say(
      `Đã nhận bản ${version} / release taken: ${version} (${Math.ceil(bytes / 1e6)} MB; ${installations.join(', ')})`,
    );
    return done;
  },
};

/** The sentence for a folder in which no room is kept. */
export function noRoom(data: string): Sentence {
  return {
    vi: `Thư mục ${data} không phải của một phòng họp.`,
    en: `The folder ${data} is not that of a room.`,
  };
}
