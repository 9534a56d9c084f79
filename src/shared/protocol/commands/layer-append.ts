import { z } from 'zod';
import { layerPartId, meetingId } from '../../records/ids.ts';
import { sealedPart } from '../../records/layer-part.ts';

/**
 * Adds a part to the personal layer (ghi chú cá nhân) of the person signed in. The hub learns whose it is, of which
 * meeting and how large, and nothing of what it says.
 */
export const layerAppend = z.strictObject({
  meetingId,
  /** Chosen by the writer, once per part. */
  partId: layerPartId,
  sealed: sealedPart,
});
