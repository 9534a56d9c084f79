import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { seatLabel } from '../../../shared/records/ids.ts';
import { nodeTimers } from '../../hub-link/node-timers.ts';
import { createSealedDial } from '../../hub-link/sealed-dial.ts';
import { sealedDoor } from '../../hub-link/sealed-door.ts';
import { beginPairing } from '../ceremony.ts';
import { makeDeviceRequest } from '../device-request.ts';
import { openPairingLine } from '../pairing-line.ts';
import { peerOf } from '../pairing.ts';

/** A process of its own that is paired at a port as a seat, and then asks the hub over mutual TLS; it prints each step. */
const [port, seat] = process.argv.slice(2);
const say = (step: string, value: unknown): void => console.log(JSON.stringify({ step, value }));

say('year', new Date().getUTCFullYear());
const addresses = [{ host: '127.0.0.1', port: Number(port) }];
const line = await openPairingLine({ addresses, authoritySha256: null, timers: nodeTimers });
if (!line.ok) throw new Error(line.reason);
const begun = await beginPairing({
  ...line.value,
  ticket: null,
  wish: { surface: 'seat', seat: seatLabel.parse(seat), machineName: 'OLD-CLOCK', macs: [] },
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  makeRequest: makeDeviceRequest,
});
if (!begun.ok) throw new Error(begun.reason);
say('code', begun.value.code);
for (;;) {
  const outcome = await begun.value.outcome();
  if (outcome === 'waiting') {
    await delay(100);
    continue;
  }
  if (!outcome.ok) throw new Error(outcome.reason);
  line.value.close();
  const peer = peerOf(outcome.value);
  const doors = [{ host: '127.0.0.1', port: outcome.value.terminalPort }];
  const door = sealedDoor(peer.servername, createSealedDial(doors, peer, nodeTimers));
  const headers = { authorization: `Bearer ${outcome.value.deviceToken}` };
  const answer = await door.fetch('/v1/participants', { headers });
  say('status', answer.status);
  await answer.arrayBuffer();
  door.close();
  break;
}
