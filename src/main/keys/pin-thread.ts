import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { stretchPin } from '../../shared/private-layer/stretch-pin.ts';
import { pinSettings } from '../../shared/protocol/pin.ts';
import { pinText } from '../../shared/records/pin-text.ts';

/** A thread for one PIN: it stretches the PIN it was started with, answers, and is gone with all that it had in memory. */
const { pin, settings } = z.strictObject({ pin: pinText, settings: pinSettings }).parse(workerData);
parentPort?.postMessage(await stretchPin(pin, settings));
