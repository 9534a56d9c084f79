import { readFileSync } from 'node:fs';
import { readItPassword } from '../../shared/policy/it-password.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { CommandConsole } from './command-console.ts';

/**
 * A secret for a command: the first line of a file that was named, or what somebody types. It is never taken from the
 * command line itself, which other programs on the machine can read.
 */
export async function readSecret(
  file: string | null,
  question: Sentence,
  flag: string,
  console: CommandConsole,
): Promise<Result<string, Sentence>> {
  if (file !== null) return readSecretFile(file);
  const typed = await console.askSecret(question);
  if (typed !== null) return ok(typed);
  return refused({
    vi: `Không có ai để hỏi ${question.vi.toLowerCase()}. Hãy dùng ${flag} <tệp>.`,
    en: `There is nobody to ask for: ${question.en.toLowerCase()}. Use ${flag} <file>.`,
  });
}

/** A new IT password: one that is too weak is refused, one that is typed is typed twice. */
export async function askPassword(
  file: string | null,
  console: CommandConsole,
): Promise<Result<string, Sentence>> {
  const question = { vi: 'Mật khẩu quản trị mới', en: 'New IT password' };
  const password = await readSecret(file, question, '--it-password-file', console);
  if (!password.ok) return password;
  const judged = readItPassword(password.value);
  if (!judged.ok) return refused(refusalTable[judged.reason]);
  if (file !== null) return password;
  const again = await console.askSecret({ vi: 'Nhập lại mật khẩu', en: 'The password again' });
  if (again === password.value) return password;
  return refused({ vi: 'Hai lần nhập mật khẩu khác nhau.', en: 'The two passwords differ.' });
}

function readSecretFile(file: string): Result<string, Sentence> {
  try {
    return ok(readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refused({
      vi: `Không đọc được tệp ${file} (${code}).`,
      en: `The file ${file} cannot be read (${code}).`,
    });
  }
}
