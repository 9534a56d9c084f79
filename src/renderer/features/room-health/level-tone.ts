import type { HealthLevel } from '../../../shared/protocol/admin/health.ts';
import type { Tone } from '../../ui/tone.ts';

/** Red where a meeting would be hurt, amber for what is worth a look. */
export const toneOf: Readonly<Record<HealthLevel, Tone>> = {
  ok: 'good',
  warning: 'waiting',
  bad: 'accent',
};
