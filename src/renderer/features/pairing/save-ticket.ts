import type { PairingTicket } from '../../../shared/protocol/pairing.ts';

/** The name that a terminal looks for at the root of a stick. */
const fileName = 'nghisu-pairing.json';

/** Hands a ticket to the person as a file. */
export function saveTicket(ticket: PairingTicket): void {
  const text = `${JSON.stringify(ticket, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
