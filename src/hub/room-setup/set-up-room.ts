import type { PolicyCode } from '../../shared/policy/policy-source.ts';
import { readItPassword } from '../../shared/policy/it-password.ts';
import { recoveryBytes, writeRecoveryKey } from '../../shared/private-layer/recovery-key.ts';
import type { setupRefusals } from '../../shared/refusals/setup-refusals.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { keepBackupKeys } from '../backup/keep-backup-keys.ts';
import { keysOfRecoveryKey } from '../backup/recovery-keys.ts';
import { setItPassword, type ItPassword } from '../store/it-password.ts';
import { keepRoomFacts } from './room-facts.ts';

export interface RoomWish {
  readonly name: string;
  readonly body: string;
  readonly password: string;
}

export interface SetUpPorts {
  readonly data: string;
  readonly itPassword: Pick<ItPassword, 'encoded' | 'keep'>;
  randomBytes(length: number): Uint8Array;
  now(): number;
}

/**
 * Makes a room: its name and body, the recovery key, and the IT password last, which closes the setup. Answers the
 * recovery key as it is printed; nothing keeps it. A setup that is interrupted is begun again, with another key.
 */
export async function setUpRoom(
  { name, body, password }: RoomWish,
  { data, itPassword, randomBytes, now }: SetUpPorts,
): Promise<Result<string, PolicyCode | keyof typeof setupRefusals>> {
  if (itPassword.encoded() !== null) return refused('setup/done');
  const judged = readItPassword(password);
  if (!judged.ok) return judged;
  const key = randomBytes(recoveryBytes);
  keepBackupKeys(data, (await keysOfRecoveryKey(key)).kept);
  keepRoomFacts(data, { name, body, madeAt: now() });
  const set = await setItPassword(itPassword, password);
  return set.ok ? ok(writeRecoveryKey(key)) : set;
}
