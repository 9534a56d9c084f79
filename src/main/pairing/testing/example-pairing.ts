import { deviceId, roomId, seatLabel } from '../../../shared/records/ids.ts';
import type { Pairing } from '../pairing.ts';

const pem = (label: string): string => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`;

/** The pairing of seat A07, whose keys open nothing. */
export const examplePairing: Pairing = {
  version: 1,
  roomId: roomId.parse('R1'),
  roomName: 'Phòng họp số 1',
  surface: 'seat',
  seat: seatLabel.parse('A07'),
  deviceId: deviceId.parse('d1'),
  deviceToken: 'token-of-a07',
  addresses: ['127.0.0.1'],
  terminalPort: 4870,
  authority: pem('CERTIFICATE'),
  certificate: pem('CERTIFICATE'),
  privateKey: pem('PRIVATE KEY'),
  unlockHash: null,
};
