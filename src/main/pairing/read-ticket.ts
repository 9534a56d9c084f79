import { open } from 'node:fs/promises';
import { pairingTicket, type PairingTicket } from '../../shared/protocol/pairing.ts';

/** The name of a ticket at the root of a stick. */
export const ticketFileName = 'nghisu-pairing.json';

const largestTicket = 64 * 1024;

/** A ticket from its file; `missing` and `damaged` when there is none to be had from it. */
export async function readTicket(file: string): Promise<PairingTicket | 'missing' | 'damaged'> {
  try {
    await using handle = await open(file, 'r');
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(largestTicket), 0, largestTicket, 0);
    const text = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    const parsed = pairingTicket.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : 'damaged';
  } catch (reason) {
    const isMissing =
      reason instanceof Error && 'code' in reason && (reason.code === 'ENOENT' || reason.code === 'ENOTDIR');
    return isMissing ? 'missing' : 'damaged';
  }
}
