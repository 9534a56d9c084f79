import { z } from 'zod';
import { surface } from '../../records/audience.ts';
import { deviceId, moment, seatLabel } from '../../records/ids.ts';
import { joinedHow } from '../roster.ts';

/** A device of the room, whether it is there or not. */
export const listedDevice = z.strictObject({
  deviceId,
  surface,
  seat: seatLabel.nullable(),
  /** Paired, a browser, or by the room code at the hub's own machine. */
  joined: joinedHow,
  /** As the machine calls itself, or as the list of seats does; "" where nobody has said. */
  name: z.string(),
  /** 0 where it is not known. */
  joinedAt: moment,
  /** Whether it has a live connection now. */
  isLinked: z.boolean(),
});
export type ListedDevice = z.infer<typeof listedDevice>;

/** `GET /v1/admin/devices`. `DELETE /v1/admin/devices/<id>` turns one out at once: 204. */
export const deviceList = z.strictObject({
  devices: z.array(listedDevice),
  /** Turned out, the latest first. */
  revoked: z.array(
    z.strictObject({
      deviceId,
      surface,
      seat: seatLabel.nullable(),
      name: z.string(),
      revokedAt: moment,
    }),
  ),
});
export type DeviceList = z.infer<typeof deviceList>;

/** `GET` and `PUT /v1/admin/doors`: what stands open to the network. */
export const doorState = z.strictObject({
  /** Null while the door is closed, or where the hub is not open to the network. */
  terminalPort: z.number().int().nullable(),
  pairingPort: z.number().int().nullable(),
  browserPort: z.number().int().nullable(),
  /** Plain HTTP can be reached from other machines: for a trial only. */
  plainOnLan: z.boolean(),
  /** Connections of peers that have not shown that they belong to the room, now and turned out since the start. */
  strangers: z.number().int().nonnegative(),
  strangersTurnedOut: z.number().int().nonnegative(),
});
export type DoorState = z.infer<typeof doorState>;

/** `PUT /v1/admin/doors`: whether browsers may join. Status 200 with {@link doorState}. */
export const changeDoors = z.strictObject({ browsers: z.boolean() });
export type ChangeDoors = z.infer<typeof changeDoors>;
