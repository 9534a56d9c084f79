import type { Bridge } from '../../shared/bridge/bridge.ts';
import { layerPartId, type MeetingId } from '../../shared/records/ids.ts';
import type { Watchable } from '../../shared/std/signal.ts';
import { OpenLayer, type PersonalLayer } from './open-layer.ts';
import type { Replica } from './replica.ts';
import { newId } from './new-id.ts';

/** The layer of a meeting; the same watchable every time. */
export type LayerOf = (meetingId: MeetingId) => Watchable<PersonalLayer>;

/** Gives the layers of whoever is signed in at this window. */
export function createLayerOf(
  { device, layers, outbox }: Pick<Bridge, 'device' | 'layers' | 'outbox'>,
  replica: Pick<Replica, 'records'>,
): LayerOf {
  const known = new Map<MeetingId, OpenLayer>();
  return (meetingId) => {
    const layer =
      known.get(meetingId) ??
      new OpenLayer({
        meetingId,
        identity: device.identity,
        layers,
        outbox,
        parts: replica.records('layer-part'),
        newPartId: () => layerPartId.parse(newId()),
        onTrouble: (reason) => console.error('layer:', reason),
      });
    known.set(meetingId, layer);
    return layer;
  };
}
