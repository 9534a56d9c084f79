/**
 * Stands in the window between its line and the frame, and passes on whatever comes. A drawing from another process is
 * copied by the thread that takes it, which is some ten milliseconds for a page: here no pen waits for them, and from
 * here to the window a drawing is handed over.
 */
self.onmessage = ({ ports: [frame] }: MessageEvent<null>) => {
  if (frame === undefined) return;
  self.onmessage = ({ data }) => frame.postMessage(data, transferableIn(data));
  frame.onmessage = ({ data }) => self.postMessage(data, { transfer: transferableIn(data) });
};

/** Drawings and bytes in a message; none of `frame-messages.ts` holds them deeper than two levels. */
function transferableIn(value: unknown, levels = 2): Transferable[] {
  if (value instanceof ImageBitmap) return [value];
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (levels === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap((member) => transferableIn(member, levels - 1));
}
