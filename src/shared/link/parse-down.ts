import { downMessage, type DownMessage } from '../protocol/down.ts';

/** Parses what the hub sent; null when it is not a message of this protocol. */
export function parseDown(text: string): DownMessage | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = downMessage.safeParse(json);
  // The schema checks each body by its kind but cannot say so in its inferred type.
  return parsed.success ? (parsed.data as DownMessage) : null;
}
