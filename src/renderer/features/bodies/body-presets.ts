import presets from '../../../../resources/sample-meeting/body-presets.json' with { type: 'json' };
import { body, type Body } from '../../../shared/records/meeting.ts';

/** The rules of a kind of body, to start from. */
export interface BodyPreset {
  readonly id: string;
  readonly rules: Omit<Body, 'inOffice'>;
  /** What the office that uses it has to compare with its own regulation. */
  readonly toVerify: string;
}

/** The kinds of bodies that come with the product, as data. */
export const bodyPresets: readonly BodyPreset[] = presets.map(({ id, toVerify, ...rules }) => ({
  id,
  toVerify,
  rules: body.omit({ inOffice: true }).parse(rules),
}));
