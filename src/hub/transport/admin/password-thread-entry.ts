import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isItPassword } from '../../../shared/policy/it-password.ts';

/** A thread for one try of the IT password: it answers whether it is right, and is gone with all that it had in memory. */
const { password, encoded } = z.strictObject({ password: z.string(), encoded: z.string() }).parse(workerData);
parentPort?.postMessage(await isItPassword(password, encoded));
