import { runHub } from '../start/run-hub.ts';
import { done, type HubCommand } from './hub-command.ts';
import { settingFlags } from './policy-flags.ts';

/** Runs the hub until it is told to stop; also what is done when no word is given. */
export const runCommand: HubCommand = {
  word: 'run',
  summary: {
    vi: 'Chạy máy chủ phòng họp (cũng là khi không ghi lệnh nào)',
    en: 'Run the hub (also when no word is given)',
  },
  usage: '--data <folder> [options]',
  options: {
    ...settingFlags,
    sample: { type: 'boolean', vi: 'Bắt đầu bằng cuộc họp mẫu', en: 'Begin with the sample meeting' },
    documents: {
      type: 'string',
      value: '<thư mục>',
      vi: 'Bắt đầu bằng cuộc họp từ một thư mục PDF',
      en: 'Begin with a meeting from a folder of PDFs',
    },
    ui: { type: 'string', value: '<thư mục>', vi: 'Giao diện đã dựng', en: 'The built interface' },
    'new-epoch': {
      type: 'boolean',
      vi: 'Thư mục là bản chép: bắt đầu kỷ nguyên mới',
      en: 'The folder is a copy: begin a new epoch',
    },
  },
  async run(args) {
    // It reads its own options and ends the process itself: a hub is done only when it is stopped.
    await runHub(args);
    return done;
  },
};
