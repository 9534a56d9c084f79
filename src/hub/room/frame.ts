import type { DownMessage } from '../../shared/protocol/down.ts';

/** A message on its way down, encoded once however many receive it: the same object is sent to all of them. */
export interface Frame {
  readonly text: string;
}

/** Encodes a message for the wire. */
export function frameOf(message: DownMessage): Frame {
  return { text: JSON.stringify(message) };
}
