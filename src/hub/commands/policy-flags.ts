import { settingKeys, settingOf } from '../../shared/policy/settings.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import type { CommandOption, CommandOptions } from './hub-command.ts';

/** The flags of the hub that are settings, as a command explains them: what is on by itself is switched off by `no-`. */
export const settingFlags: CommandOptions = Object.fromEntries(
  settingKeys.flatMap((key) => {
    const setting = settingOf(key);
    const { by, flag, kind, title } = setting;
    if (by === 'terminal' || flag === undefined) return [];
    const name = kind === 'toggle' && setting.initial ? `no-${flag.slice(2)}` : flag.slice(2);
    return [[name, kind === 'toggle' ? switchOf(title, setting.initial) : valueOf(title, setting.initial)]];
  }),
);

/** What is on by itself is named by the flag that switches it off. */
function switchOf({ vi, en }: Sentence, isOn: boolean): CommandOption {
  return { type: 'boolean', vi: isOn ? `Không dùng: ${vi}` : vi, en: isOn ? `Without: ${en}` : en };
}

function valueOf({ vi, en }: Sentence, initial: unknown): CommandOption {
  const isSet = typeof initial === 'string' || typeof initial === 'number';
  return {
    ...{ type: 'string', value: '<…>' },
    vi: isSet ? `${vi}; mặc định ${initial}` : vi,
    en: isSet ? `${en}; ${initial} by default` : en,
  };
}

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
