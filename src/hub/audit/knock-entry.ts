import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { askOverTls } from './paired-machine.ts';

/**
 * Asks a hub at the terminals' door for its health, as a process that may be given another clock. Reads what it needs as
 * JSON from standard input, and prints its own time and the status of the answer.
 */
const asked = z.object({
  port: z.number(),
  tls: z.object({ ca: z.array(z.string()), cert: z.string(), key: z.string(), servername: z.string() }),
});

const { port, tls } = asked.parse(JSON.parse(readFileSync(0, 'utf8')));
const time = new Date().toISOString();
const { status } = await askOverTls({ ...tls, port, path: '/health' });
process.stdout.write(JSON.stringify({ time, status }));
