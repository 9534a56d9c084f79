import type { Sentence } from '../../shared/refusals/refusal.ts';
import type { Result } from '../../shared/std/result.ts';
import { signInAtHub, type AskedHub } from './ask-hub.ts';
import type { CommandConsole } from './command-console.ts';
import { readSecret } from './command-secrets.ts';
import type { CommandLine, CommandOptions } from './hub-command.ts';

/** How a command finds the hub that runs. */
export const hubOptions = {
  hub: {
    type: 'string',
    value: '<địa chỉ>',
    vi: 'Cửa nội bộ của máy chủ; mặc định http://127.0.0.1:4860',
    en: 'The local door; http://127.0.0.1:4860 by default',
  },
  'password-file': {
    type: 'string',
    value: '<tệp>',
    vi: 'Tệp có mật khẩu quản trị ở dòng đầu; không ghi thì hỏi',
    en: 'File with the IT password in its first line; asked for',
  },
} as const satisfies CommandOptions;

/** Signs in at the hub that {@link hubOptions} name. */
export async function signInBy(
  line: CommandLine,
  console: CommandConsole,
): Promise<Result<AskedHub, Sentence>> {
  const question = { vi: 'Mật khẩu quản trị', en: 'IT password' };
  const password = await readSecret(line.text('password-file'), question, '--password-file', console);
  if (!password.ok) return password;
  return signInAtHub(line.text('hub') ?? 'http://127.0.0.1:4860', password.value);
}
