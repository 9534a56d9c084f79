import { settingKeys, settingOf } from '../../shared/policy/settings.ts';
import type { CommandOptions } from './hub-command.ts';

/** The flags of the hub that are settings, as a command explains them: what is on by itself is switched off by `no-`. */
export const settingFlags: CommandOptions = Object.fromEntries(
  settingKeys.flatMap((key) => {
    const setting = settingOf(key);
    const { by, flag, kind, title } = setting;
    if (by === 'terminal' || flag === undefined) return [];
    const name = kind === 'toggle' && setting.initial ? `no-${flag.slice(2)}` : flag.slice(2);
    return [[name, { type: kind === 'toggle' ? 'boolean' : 'string', ...title }]];
  }),
);

/** A command line without some flags and their values. */
export function withoutFlags(
  args: readonly string[],
  own: { readonly switches: readonly string[]; readonly texts: readonly string[] },
): readonly string[] {
  return args.filter(
    (arg, at) =>
      !own.switches.includes(arg) &&
      !own.texts.some((flag) => arg === flag || arg.startsWith(`${flag}=`) || args[at - 1] === flag),
  );
}
