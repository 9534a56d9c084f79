import type { PolicyCode } from '../../shared/policy/policy-source.ts';
import type { SetupState } from '../../shared/protocol/admin/room-setup.ts';
import type { setupRefusals } from '../../shared/refusals/setup-refusals.ts';
import { refused, type Result } from '../../shared/std/result.ts';
import { envelopeHtml } from './envelope-page.ts';
import { readRoomFacts } from './room-facts.ts';
import { setUpRoom, type RoomWish, type SetUpPorts } from './set-up-room.ts';

export interface RoomSetupPorts extends SetUpPorts {
  /** A sample has a password for its trial; nobody makes a room of it. */
  readonly isTrial: boolean;
  bodies(): Promise<SetupState['bodies']>;
}

/** Making a room at the page of its hub's own machine, while nobody has set a password. */
export interface RoomSetup {
  isOpen(): boolean;
  bodies(): Promise<SetupState['bodies']>;
  /** Answers the recovery key, which nothing keeps. */
  make(wish: RoomWish): Promise<Result<string, RoomSetupCode>>;
  envelopeOf(recoveryKey: string, roomId: string): Promise<string>;
}

export type RoomSetupCode = PolicyCode | keyof typeof setupRefusals | 'command/malformed';

export function openRoomSetup(ports: RoomSetupPorts): RoomSetup {
  const isOpen = (): boolean => !ports.isTrial && ports.itPassword.encoded() === null;
  let isUnderWay = false;
  const bodies = async (): Promise<SetupState['bodies']> =>
    (await ports.bodies()).map(({ id, name }) => ({ id, name }));
  return {
    isOpen,
    bodies,
    async make(wish) {
      if (!isOpen() || isUnderWay) return refused('setup/done');
      isUnderWay = true;
      try {
        const known = await bodies();
        if (!known.some(({ id }) => id === wish.body)) return refused('command/malformed');
        return await setUpRoom(wish, ports);
      } finally {
        isUnderWay = false;
      }
    },
    async envelopeOf(recoveryKey, roomId) {
      const facts = readRoomFacts(ports.data);
      const { name = 'Phòng họp không giấy', body = '' } = facts ?? {};
      const bodyName = (await bodies()).find(({ id }) => id === body)?.name ?? body;
      return envelopeHtml({ roomName: name, bodyName, roomId, recoveryKey, madeAt: ports.now() });
    },
  };
}
