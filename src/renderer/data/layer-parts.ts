import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { layerOperation, type LayerOperation } from '../../shared/domain/annotations/layer-operation.ts';

/**
 * How operations become a part of a layer: JSON, deflated, then sealed by the host. What a window of another version
 * has written and this one does not know is left out and stays where it is.
 */

/** Operations of one part together have at most this many bytes of JSON; one alone may have more, and then packs well. */
const mostJsonBytes = 30_000;

/** Divides operations into parts that fit the wire, in their order. */
export function divideOperations(
  operations: readonly LayerOperation[],
): readonly (readonly LayerOperation[])[] {
  const parts: LayerOperation[][] = [];
  let room = 0;
  for (const operation of operations) {
    const bytes = strToU8(JSON.stringify(operation)).length + 1;
    const last = parts.at(-1);
    if (last === undefined || bytes > room) {
      parts.push([operation]);
      room = mostJsonBytes - bytes;
    } else {
      last.push(operation);
      room -= bytes;
    }
  }
  return parts;
}

/** The bytes of a part, still in clear. */
export function packOperations(operations: readonly LayerOperation[]): Uint8Array {
  return deflateSync(strToU8(JSON.stringify(operations)));
}

/** Reads the bytes of a part; null when they are no list of operations at all. */
export function unpackOperations(clear: Uint8Array): readonly LayerOperation[] | null {
  const parsed = z.array(z.unknown()).safeParse(jsonOf(clear));
  if (!parsed.success) return null;
  return parsed.data.flatMap((one) => {
    const operation = layerOperation.safeParse(one);
    return operation.success ? [operation.data] : [];
  });
}

function jsonOf(clear: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(inflateSync(clear)));
  } catch {
    return null;
  }
}
