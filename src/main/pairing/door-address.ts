import { defaultPorts } from '../../shared/protocol/pairing.ts';
import type { DoorAddress } from '../hub-link/sealed-dial.ts';

/** `192.168.1.10`, `hub.local:4871`, `fe80::1` or `[fe80::1]:4871`. */
const shape = /^(?:\[([0-9a-f:.%a-z]+)\]|([^\s:/[\]]+)|([0-9a-f]*:[0-9a-f:.]+))(?::(\d{1,5}))?$/i;

/** The pairing door that a person means by an address; null for what is none. */
export function readDoorAddress(text: string): DoorAddress | null {
  const found = shape.exec(
    text
      .trim()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
  );
  if (found === null) return null;
  const [, bracketed, plain, colons, port] = found;
  const host = bracketed ?? plain ?? colons;
  const number = port === undefined ? defaultPorts.pairing : Number(port);
  if (host === undefined || host.length > 253 || number < 1 || number > 65_535) return null;
  return { host, port: number };
}

/** As people read and type it. */
export function addressText({ host, port }: DoorAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
