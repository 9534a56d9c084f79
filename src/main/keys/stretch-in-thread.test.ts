import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newSettings, stretchPin } from '../../shared/private-layer/stretch-pin.ts';
import { stretchInThread } from './stretch-in-thread.ts';

const settings = newSettings({ memoryKiB: 64, passes: 1, lanes: 1 }, (count) => new Uint8Array(count));
const stretch = stretchInThread(join(import.meta.dirname, 'pin-thread.ts'));

it('stretches a PIN in a thread as it is stretched here', async () => {
  expect(await stretch('123456', settings)).toEqual(await stretchPin('123456', settings));
});

it('tells when a PIN could not be stretched', async () => {
  await expect(stretch('not a PIN', settings)).rejects.toThrow();
});
