import { limits } from '../../shared/protocol/limits.ts';
import { upMessage, type UpMessage } from '../../shared/protocol/up.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

/** The longest first message: a hello with its two tokens needs less than 1 KiB. */
export const helloBytes = 8 * 1024;

/** Bytes that the live channel takes in one piece: a plan with what stands around it. */
export const longestMessageBytes = limits.planBytes + limits.messageBytes;

const planMark = '"meeting/create"';

/** Parses one message of a client, or says with which code it is refused. Never throws, whatever the bytes are. */
export function parseUpMessage(data: Buffer): Result<UpMessage, RefusalCode> {
  const isLarge = data.byteLength > limits.messageBytes;
  if (isLarge && !data.includes(planMark)) return refused('command/too-large');
  const parsed = upMessage.safeParse(jsonOf(data));
  if (!parsed.success) return refused(isLarge ? 'command/too-large' : 'command/malformed');
  const isPlan = parsed.data.type === 'command' && parsed.data.command === 'meeting/create';
  return isLarge && !isPlan ? refused('command/too-large') : ok(parsed.data);
}

function jsonOf(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
}
