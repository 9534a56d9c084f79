import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** `script` of util-linux gives a program a terminal; what it prints comes back with the signs that move the cursor. */
const reason = spawnSync('script', ['--version']).status === 0 ? '' : 'there is no script of util-linux';

describe.skipIf(reason !== '')(`a person at a terminal${reason && ` (skipped: ${reason})`}`, () => {
  it('reads what is asked: the question stands after all that wipes the line', () => {
    const folder = temporaryFolder();
    try {
      const main = join(import.meta.dirname, '..', 'start', 'main.ts');
      const command = `${process.execPath} ${main} make-room --data ${join(folder.path, 'room')}`;
      // A name, and then Ctrl-D: nobody is there any more.
      const input = 'Phong hop so 1\r';
      const ended = spawnSync('script', ['-qec', command, '/dev/null'], { input, encoding: 'utf8' });
      const asked = ended.stdout.slice(0, ended.stdout.indexOf('standing-committee'));
      expect(asked.split('\u001B[0J').at(-1) ?? '').toMatch(/Name of the room/);
      expect(ended.stdout).not.toContain('AbortError');
      expect(ended.status).toBe(2);
    } finally {
      folder.remove();
    }
  });
});
