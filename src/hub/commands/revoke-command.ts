import { deviceList, type ListedDevice } from '../../shared/protocol/admin/devices.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import { refused } from '../../shared/std/result.ts';
import { done, readCommandLine, type HubCommand } from './hub-command.ts';
import { hubOptions, signInBy } from './sign-in-by.ts';

/** Turns a device out of the room at once; without a name it lists them. */
export const revokeCommand: HubCommand = {
  word: 'revoke',
  summary: {
    vi: 'Thu hồi một máy ngay lập tức, theo vị trí hoặc mã máy; không ghi thì liệt kê',
    en: 'Turn a device out at once, by its seat or id; without one, list them',
  },
  usage: '[<seat or id>] [--hub <address>] [--password-file <file>]',
  options: hubOptions,
  async run(args, console) {
    const line = readCommandLine(this, args, 1);
    if (!line.ok) return line;
    const hub = await signInBy(line.value, console);
    if (!hub.ok) return hub;
    const listed = await hub.value.ask('GET', '/v1/admin/devices');
    if (!listed.ok) return listed;
    const { devices } = deviceList.parse(listed.value);
    const [which] = line.value.words;
    if (which === undefined) {
      for (const device of devices) console.say(described(device));
      return done;
    }
    const found = devices.find(({ deviceId, seat }) => deviceId === which || seat === which.toUpperCase());
    if (found === undefined) return refused(refusalTable['device/unknown']);
    const revoked = await hub.value.ask('DELETE', `/v1/admin/devices/${found.deviceId}`);
    if (!revoked.ok) return revoked;
    console.say(`Đã thu hồi / revoked: ${described(found)}`);
    return done;
  },
};

const joinedWords = {
  certificate: 'chứng thư / certificate',
  browser: 'trình duyệt / browser',
  code: 'mã phòng / code',
};

function described({ deviceId, surface, seat, name, joined, isLinked }: ListedDevice): string {
  const link = isLinked ? 'đang nối / linked' : 'không nối / not linked';
  return [seat ?? surface, name === '' ? '-' : name, deviceId, joinedWords[joined], link].join('  ');
}
