import { stretchPin } from '../../../shared/private-layer/stretch-pin.ts';
import type { PinSettings } from '../../../shared/protocol/pin.ts';

/** A worker for one PIN: it stretches the PIN it is told, answers, and is ended with everything it had in memory. */
self.onmessage = ({ data }: MessageEvent<{ readonly pin: string; readonly settings: PinSettings }>) => {
  stretchPin(data.pin, data.settings).then(
    (stretched) => self.postMessage(stretched),
    (reason: unknown) => self.reportError(reason),
  );
};
